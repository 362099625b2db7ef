namespace CalcApi.Tests.Architecture;

/// <summary>The files of the product, as they are written.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["bin", "obj", "node_modules", "lib", "TestResults", ".git", ".runs"];

    /// <summary>The folder that holds the solution.</summary>
    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>Every file below a folder that people wrote, as a path from the root with forward slashes.</summary>
    public static IEnumerable<string> Files(params string[] folders)
    {
        var waiting = new Stack<DirectoryInfo>(folders.Select(Folder));
        while (waiting.TryPop(out var folder))
        {
            foreach (var inner in folder.EnumerateDirectories().Where(inner => !Made.Contains(inner.Name, StringComparer.Ordinal))) waiting.Push(inner);
            foreach (var file in folder.EnumerateFiles()) yield return NameOf(file);
        }
    }

    /// <summary>The folders directly below a folder, except for those that a build makes.</summary>
    public static IEnumerable<string> Folders(string folder) => Folder(folder).EnumerateDirectories()
        .Select(inner => inner.Name)
        .Where(name => !Made.Contains(name, StringComparer.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The lines of a file.</summary>
    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Root.FullName, file));

    /// <summary>Whether there is such a file or folder.</summary>
    public static bool Exists(string path) => Path.Exists(Path.Combine(Root.FullName, path));

    private static DirectoryInfo Folder(string path) => new(Path.Combine(Root.FullName, path));

    private static string NameOf(FileInfo file) => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/');

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CalcApi.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No CalcApi.sln above {AppContext.BaseDirectory}.");
        return folder;
    }
}
