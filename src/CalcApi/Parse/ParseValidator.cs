using FluentValidation;

namespace CalcApi.Parse;

// The parser judges the text and points at what is wrong with it.
internal sealed class ParseValidator : AbstractValidator<ParseRequest>;
