using System.Globalization;
using Benchmarks;
using Benchmarks.Tasks;

// quick          one line of JSON for each figure of this library
// compare        the same beside the programs of Peers, in turns, and the ratios of the medians
// verification   what verification costs, of a running service too where its address is given
// echo           a service that only reads and writes JSON, at an address and with answers of so many bytes
// A word after quick or compare leaves out every task that does not begin with it.
switch (args)
{
    case ["quick", ..]:
        foreach (var figure in Quick.Run(args.ElementAtOrDefault(1) ?? "")) Console.WriteLine(figure.Line());
        return 0;
    case ["compare", ..]:
        Comparison.Print(args.ElementAtOrDefault(1) ?? "");
        return 0;
    case ["verification", ..]:
        Verification.Compare(args.ElementAtOrDefault(1));
        return 0;
    case ["echo", var address, var bytes]:
        await Echo.RunAsync(address, int.Parse(bytes, CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("usage: quick [TASK] | compare [TASK] | verification [ADDRESS] | echo ADDRESS BYTES");
        return 2;
}
