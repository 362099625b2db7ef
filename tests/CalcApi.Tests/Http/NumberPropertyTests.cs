using System.Globalization;
using System.Text.Json;
using CalcApi.Http.Answers;
using CsCheck;
using Xunit;

namespace CalcApi.Tests.Http;

/// <summary>Numbers in requests and answers keep every bit.</summary>
public sealed class NumberPropertyTests(Api service)
{
    private const int Runs = 2_000;

    // Of every exponent, subnormal ones included.
    private static readonly Gen<double> s_finite = Gen.ULong.Select(static bits => BitConverter.UInt64BitsToDouble(bits)).Where(double.IsFinite);

    [Fact]
    public void A_number_that_is_written_reads_back_with_the_same_bits() => Each(s_finite, static number =>
    {
        var text = JsonSerializer.Serialize(number, AnswerJson.Options);
        var read = JsonDocument.Parse(text).RootElement.GetDouble();
        Assert.True(BitConverter.DoubleToUInt64Bits(number) == BitConverter.DoubleToUInt64Bits(read) || (number == 0 && read == 0), $"{number:R} was written as {text}");
    });

    [Fact]
    public async Task A_number_goes_through_the_service_unchanged()
    {
        var numbers = new List<double>();
        Each(s_finite, numbers.Add);
        var answer = await service.Answer("evaluate", $$"""{ "function": "x", "points": [{{string.Join(',', numbers.Select(static number => number.ToString("R", CultureInfo.InvariantCulture)))}}] }""");
        Assert.Equal(numbers, answer.Numbers("values"));
    }

    // The same numbers on every run.
    private static void Each(Gen<double> numbers, Action<double> action)
    {
        for (var i = 1UL; i <= Runs; i++) numbers.Sample(action, seed: new PCG(3, i).ToString(), iter: 1, threads: 1);
    }
}
