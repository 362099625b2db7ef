using System.Text.Json;

namespace CalcApi.Grammar;

/// <summary>The function language on one page.</summary>
/// <param name="Text">All of it as text.</param>
/// <param name="Rules">Its rules, the outermost first.</param>
public sealed record GrammarAnswer(string Text, IReadOnlyList<GrammarRuleAnswer> Rules);

/// <summary>A rule of the function language.</summary>
/// <param name="Name">What it is called in the other rules.</param>
/// <param name="Form">What may stand there, in extended Backus-Naur form: braces repeat, brackets may be left out, a bar separates choices, quotes hold what is written.</param>
/// <param name="Sentence">What it means.</param>
/// <param name="Examples">Definitions that use it.</param>
public sealed record GrammarRuleAnswer(string Name, string Form, string Sentence, IReadOnlyList<GrammarExampleAnswer> Examples);

/// <summary>A definition that uses a rule.</summary>
/// <param name="Function">The definition.</param>
/// <param name="Reads">How its last statement reads, with every bracket written.</param>
/// <param name="Body">The body of a request to parse, which answers with that reading.</param>
public sealed record GrammarExampleAnswer(string Function, string Reads, JsonElement Body);
