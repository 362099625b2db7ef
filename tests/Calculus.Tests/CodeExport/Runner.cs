using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;

namespace Calculus.Tests.CodeExport;

/// <summary>Runs programs of other languages, all of one language at once.</summary>
internal static class Runner
{
    private const string PythonScript =
        """
        import json, sys, warnings
        warnings.simplefilter("error")
        failures = {}
        for place, code in enumerate(json.load(open(sys.argv[1], encoding="utf-8"))):
            try:
                exec(compile(code, f"program{place}", "exec"), {"__name__": "__main__"})
            except BaseException as failure:
                failures[place] = repr(failure)
        print(json.dumps(failures))
        """;

    private const string NodeScript =
        """
        const failures = {};
        JSON.parse(require("fs").readFileSync(process.argv[2], "utf8")).forEach((code, place) => {
          try { new Function('"use strict";' + code)(); } catch (failure) { failures[place] = String(failure); }
        });
        console.log(JSON.stringify(failures));
        """;

    /// <summary>What each program that fails says, by its place.</summary>
    public static IReadOnlyDictionary<int, string> Python(IReadOnlyList<string> programs) => Script(Environment.GetEnvironmentVariable("CALCAPI_PYTHON") ?? "/usr/bin/python3", "run.py", PythonScript, programs);

    /// <summary>What each program that fails says, by its place.</summary>
    public static IReadOnlyDictionary<int, string> Node(IReadOnlyList<string> programs) => Script("node", "run.cjs", NodeScript, programs);

    /// <summary>What each program that fails says, by its place: each runs in a process of its own, since an assertion ends it.</summary>
    public static IReadOnlyDictionary<int, string> C(IReadOnlyList<string> programs) => InFolder(folder =>
    {
        List<string> files = [];
        for (var i = 0; i < programs.Count; i++)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"program{i}.c"));
            File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"#define main main_{i}\n{programs[i]}"));
            files.Add(file);
        }

        var driver = Path.Combine(folder, "driver.c");
        File.WriteAllText(driver,
            string.Concat(Enumerable.Range(0, programs.Count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"int main_{i}(void);\n"))) +
            "#include <stdio.h>\n#include <sys/wait.h>\n#include <unistd.h>\ntypedef int (*program)(void);\nint main(void) {\n    program programs[] = {" +
            string.Join(", ", Enumerable.Range(0, programs.Count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"main_{i}"))) +
            """
            };
                for (int i = 0; i < (int)(sizeof programs / sizeof *programs); i++) {
                    int status;
                    pid_t child = fork();
                    if (child == 0) _exit(programs[i]());
                    waitpid(child, &status, 0);
                    if (status != 0) printf("%d\n", i);
                }
                return 0;
            }
            """);
        var compiled = Run("gcc", ["-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O1", "-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter", "-o", Path.Combine(folder, "programs"), .. files, driver, "-lm"], folder);
        if (compiled.ExitCode != 0) return new Dictionary<int, string> { [-1] = compiled.Errors };
        var run = Run(Path.Combine(folder, "programs"), [], folder);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(static line => int.Parse(line, CultureInfo.InvariantCulture), _ => run.Errors);
    });

    /// <summary>What each program that fails says, by its place.</summary>
    public static IReadOnlyDictionary<int, string> CSharp(IReadOnlyList<string> programs) => InFolder(folder =>
    {
        List<string> files = [];
        for (var i = 0; i < programs.Count; i++)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"Program{i}.cs"));
            File.WriteAllText(file, programs[i].Replace("using System;\n", string.Create(CultureInfo.InvariantCulture, $"using System;\nnamespace Program{i};\n"), StringComparison.Ordinal));
            files.Add(file);
        }

        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var sdk = Directory.GetDirectories(Path.Combine(framework, "..", "..", "..", "sdk")).Order(StringComparer.Ordinal).Last();
        var assembly = Path.Combine(folder, "programs.dll");
        string[] references = ["System.Private.CoreLib.dll", "System.Runtime.dll"];
        var compiled = Run("dotnet",
            ["exec", Path.Combine(sdk, "Roslyn", "bincore", "csc.dll"), "-nologo", "-nostdlib", "-target:library", "-warnaserror", $"-out:{assembly}", .. references.Select(name => $"-reference:{Path.Combine(framework, name)}"), .. files], folder);
        if (compiled.ExitCode != 0) return new Dictionary<int, string> { [-1] = compiled.Output };
        var context = new AssemblyLoadContext("programs", isCollectible: true);
        try
        {
            var failures = new Dictionary<int, string>();
            var loaded = context.LoadFromAssemblyPath(assembly);
            for (var i = 0; i < programs.Count; i++)
            {
                try
                {
                    loaded.GetType(string.Create(CultureInfo.InvariantCulture, $"Program{i}.Program"), throwOnError: true)!.GetMethod("Main")!.Invoke(null, null);
                }
                catch (TargetInvocationException failure)
                {
                    failures[i] = failure.InnerException!.Message;
                }
            }

            return failures;
        }
        finally
        {
            context.Unload();
        }
    });

    private static IReadOnlyDictionary<int, string> Script(string program, string name, string script, IReadOnlyList<string> programs) => InFolder(folder =>
    {
        var (path, input) = (Path.Combine(folder, name), Path.Combine(folder, "programs.json"));
        File.WriteAllText(path, script);
        File.WriteAllText(input, JsonSerializer.Serialize(programs));
        var run = Run(program, [path, input], folder);
        return run.ExitCode == 0
            ? JsonSerializer.Deserialize<Dictionary<int, string>>(run.Output)!
            : new Dictionary<int, string> { [-1] = run.Errors };
    });

    private static IReadOnlyDictionary<int, string> InFolder(Func<string, IReadOnlyDictionary<int, string>> run)
    {
        var folder = Directory.CreateTempSubdirectory("code").FullName;
        try
        {
            return run(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int ExitCode, string Output, string Errors) Run(string program, IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.GetAwaiter().GetResult());
    }
}
