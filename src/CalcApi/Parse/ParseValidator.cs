using FluentValidation;

namespace CalcApi.Parse;

// The text is judged by the parser, which points at what is wrong with it.
internal sealed class ParseValidator : AbstractValidator<ParseRequest>;
