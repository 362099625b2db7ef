using Calculus.Budgets;
using Calculus.Learning;
using Calculus.Learning.Tables;
using Xunit;

namespace Calculus.Tests.Learning;

/// <summary>Text in columns: what is read, and how what cannot be read is named.</summary>
public sealed class SeparatedTextTests
{
    [Theory]
    [InlineData("x,y\n1,2\n3,4.5\n", ",", ".", true)]
    [InlineData("x;y\n1;2\n3;4,5\n", ";", ",", true)]
    [InlineData("x;y\n1;2\n3;4.5\n", ";", ".", true)]
    [InlineData("x\ty\n1\t2\n3\t4.5\n", "tab", ".", true)]
    [InlineData("1,2\n3,4.5", ",", ".", false)]
    [InlineData("\uFEFFx,y\r\n1,2\r\n3,4.5\r\n", ",", ".", true)]
    [InlineData("\n\nx,y\n\n1,2\n   \n3,4.5\n\n", ",", ".", true)]
    [InlineData("\"x\",\"y\"\n\"1\",2\n\"3\",\" 4.5 \"\n", ",", ".", true)]
    [InlineData("x;y\n1;2\n3;+45e-1\n", ";", ".", true)]
    [InlineData("x;y\n\"1,0\";2\n3;\"4,5\"\n", ";", ",", true)]
    [InlineData("x, y\n 1 , 2\n 3 ,4.5", ",", ".", true)]
    [InlineData("1,5;2\n3;4,5\n", ";", ",", false)]
    public void The_same_numbers_are_read_from(string text, string separator, string mark, bool header)
    {
        var table = Read(text);
        var examples = Examples.Of(table, null, null, areClasses: false);

        Assert.Equal((separator, mark, header), (table.Reading!.Separator, table.Reading.Decimal, table.Reading.Header));
        Assert.Equal(header ? ["x", "y"] : ["c1", "c2"], table.Columns.Select(static column => column.Name), StringComparer.Ordinal);
        Assert.Equal([text.StartsWith("1,5", StringComparison.Ordinal) ? 1.5 : 1, 3], examples.Inputs);
        Assert.Equal([2, 4.5], examples.Targets);
    }

    [Fact]
    public void Blank_lines_are_counted()
    {
        Assert.Equal(4, Read("\nx,y\n\n1,2\n  \n\n").Reading!.BlankLines);
    }

    [Fact]
    public void Quotation_marks_hold_separators_line_breaks_and_quotation_marks()
    {
        var examples = Examples.Of(Read("x,name\n1,\"a, \"\"b\"\"\"\n2,\"c\nd\"\n3,e\n"), null, null, areClasses: true);

        Assert.Equal(["a, \"b\"", "c\nd", "e"], examples.Classes);
    }

    [Fact]
    public void A_line_is_counted_behind_line_breaks_within_quotation_marks()
    {
        Assert.Equal("Line 4, column 1 (x) is 'q', which is not a number.", Refused("name,x,y\n\"a\nb\",1,2\nc,q,1\n", features: ["x"]).Replace("column 2", "column 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2,1\n1,2\n3,one\n", "Line 3, column 2 (c2) is 'one', which is not a number.")]
    [InlineData("x,y\n1,2\n,4\n", "Line 3, column 1 (x) is empty; a number is expected.")]
    [InlineData("x,y\n1,2\n3\n", "Line 3 has 1 column, but line 1 has 2.")]
    [InlineData("x,y\n1,2\n3,4,5\n", "Line 3 has 3 columns, but line 1 has 2.")]
    [InlineData("x,y\n1,2\n3,1e999\n", "Line 3, column 2 (y) is '1e999', which is not a finite number.")]
    [InlineData("x,y\n1,NaN\n", "Line 2, column 2 (y) is 'NaN', which is not a finite number.")]
    [InlineData("x,y\n1,-Infinity\n", "Line 2, column 2 (y) is '-Infinity', which is not a finite number.")]
    [InlineData("x\ty\n1\t2,5\n", "Line 2, column 2 (y) is '2,5', which is not a number; decimals are written with a point, or with a comma where semicolons separate the columns.")]
    [InlineData("x;y\n1,5;2\n3;1.234\n", "Decimals are written in two ways: line 2, column 1 is '1,5', and line 3, column 2 is '1.234'. Use one of them.")]
    [InlineData("x;y\n1;1.234,5\n", "Line 2, column 2 (y) is '1.234,5', which is not a number; decimals are written with a point, or with a comma where semicolons separate the columns.")]
    [InlineData("x,y\n1,\"2\n3,4\n", "Line 2, column 2: a quotation mark is not closed, or stands within a field that is not in quotation marks; within them it is written twice.")]
    [InlineData("x,y\n1,2\"\"3\n", "Line 2, column 2: a quotation mark is not closed, or stands within a field that is not in quotation marks; within them it is written twice.")]
    [InlineData("x,x\n1,2\n", "Line 1, column 2: there is a column 'x' already.")]
    [InlineData("x,\n1,2\n", "Line 1, column 2: the column has no name.")]
    [InlineData("", "There is no row: the text is empty.")]
    [InlineData("\uFEFF \n\n", "There is no row: the text is empty.")]
    [InlineData("x,y\n", "There is no row but the header.")]
    [InlineData("x,y\n1,2\n\t,4\n", "Line 3, column 1 (x) is empty; a number is expected.")]
    public void A_fault_is_named_by_line_and_column(string text, string message)
    {
        Assert.Equal(message, Refused(text));
    }

    [Fact]
    public void Every_fault_is_named_and_of_very_many_the_first_with_the_number_of_the_rest()
    {
        var few = Assert.Throws<LearningException>(static () => Examples.Of(Read("x,y\na,1\n2,b\n"), null, null, areClasses: false));
        var many = Assert.Throws<LearningException>(static () => Examples.Of(Read("x,y\n1,1\n" + string.Concat(Enumerable.Repeat("a,1\n", 50))), null, null, areClasses: false));

        Assert.Equal(["Line 2, column 1 (x) is 'a', which is not a number.", "Line 3, column 2 (y) is 'b', which is not a number."], few.Messages);
        Assert.Equal(21, many.Messages.Count);
        Assert.Equal("There are 30 more faults of this kind.", many.Messages[^1]);
    }

    [Fact]
    public void What_is_found_out_can_be_said_instead()
    {
        var named = SeparatedText.Read("1;2,3\n4;5,6\n", "csv", ",", false, 100, Trained.Budget);
        var numbers = SeparatedText.Read("2019,2020\n1,2\n", "csv", null, true, 100, Trained.Budget);

        Assert.Equal(["1;2", "4;5"], Examples.Of(named, ["c2"], "c1", areClasses: true).Classes);
        Assert.Equal(["2019", "2020"], numbers.Columns.Select(static column => column.Name), StringComparer.Ordinal);
        Assert.Equal(1, numbers.Rows);
    }

    [Fact]
    public void More_fields_than_allowed_are_refused_before_they_are_held()
    {
        var limit = Assert.Throws<LimitException>(static () => SeparatedText.Read(string.Concat(Enumerable.Repeat("1,2\n", 60)), "csv", null, null, 100, Trained.Budget));

        Assert.Equal("dataNumbers", limit.Limit);
    }

    private static Table Read(string text) => SeparatedText.Read(text, "dataset.csv", null, null, 1_000, Trained.Budget);

    private static string Refused(string text, string[]? features = null)
    {
        var refused = Assert.Throws<LearningException>(() => Examples.Of(Read(text), features, null, areClasses: false));
        Assert.Equal("dataset.csv", refused.Field);
        return refused.Message;
    }
}
