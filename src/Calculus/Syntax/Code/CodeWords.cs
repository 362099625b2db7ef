using System.Collections.Frozen;

namespace Calculus.Syntax.Code;

/// <summary>What names of libraries stand for.</summary>
internal static class CodeWords
{
    private const string Same =
        "exp log2 log10 log1p expm1 exp2 sqrt cbrt sin cos tan sinh cosh tanh asin acos atan asinh acosh atanh arcsin arccos arctan arcsinh arccosh arctanh atan2 hypot abs sign floor ceil round "
        + "max min clip sum mean prod std var dot outer trace norm inv det diag softmax log_softmax logsumexp sigmoid relu leaky_relu elu selu gelu silu mish softplus softsign erf erfc gamma lgamma digamma "
        + "polygamma factorial zeros ones eye transpose cross_entropy cbrt argmax root";

    private const string Renamed =
        "log:ln ln:ln arctan2:atan2 absolute:abs fabs:abs ceiling:ceil rint:round around:round fmax:max fmin:min maximum:max minimum:min amax:max amin:min where:if inner:dot swish:silu expit:sigmoid logistic:sigmoid "
        + "hardtanh:hard_tanh hardsigmoid:hard_sigmoid hard_sigmoid:hard_sigmoid hard_tanh:hard_tanh gammaln:lgamma psi:digamma mse_loss:mse l1_loss:mae huber_loss:huber binary_cross_entropy:log_loss "
        + "binary_cross_entropy_with_logits:log_loss_with_logits kl_div:kl clamp:clip mod:mod remainder:mod identity:eye reduce_sum:sum reduce_mean:mean reduce_max:max reduce_min:min reduce_logsumexp:logsumexp "
        + "log_sigmoid:log_sigmoid logsigmoid:log_sigmoid t:transpose logit:logit step:step relu6:relu6 clip_by_value:clip";

    private static readonly FrozenDictionary<string, string> s_functions = Same.Split(' ').Distinct(StringComparer.Ordinal).Select(static name => KeyValuePair.Create(name, name))
        .Concat(Renamed.Split(' ').Select(static entry => KeyValuePair.Create(entry[..entry.IndexOf(':', StringComparison.Ordinal)], entry[(entry.IndexOf(':', StringComparison.Ordinal) + 1)..])))
        .DistinctBy(static entry => entry.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SyntaxKind> s_operations = new Dictionary<string, SyntaxKind>(StringComparer.Ordinal)
    {
        ["power"] = SyntaxKind.Power,
        ["pow"] = SyntaxKind.Power,
        ["matmul"] = SyntaxKind.MatrixMultiply,
        ["mm"] = SyntaxKind.MatrixMultiply,
        ["mv"] = SyntaxKind.MatrixMultiply,
        ["dot"] = SyntaxKind.MatrixMultiply,
        ["multiply"] = SyntaxKind.Multiply,
        ["mul"] = SyntaxKind.Multiply,
        ["divide"] = SyntaxKind.Divide,
        ["true_divide"] = SyntaxKind.Divide,
        ["div"] = SyntaxKind.Divide,
        ["add"] = SyntaxKind.Add,
        ["subtract"] = SyntaxKind.Subtract,
        ["sub"] = SyntaxKind.Subtract,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_modules = "np numpy jnp jax math torch F nn functional tf keras K sp scipy special linalg Math xp cp".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_itself = "array asarray tensor as_tensor constant Variable float float32 float64 double item detach numpy cpu cuda asscalar copy clone squeeze convert_to_tensor stop_gradient".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_dropped = "dtype device requires_grad name out".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_positional = "alpha negative_slope beta delta min max a_min a_max x y input other a b p q decimals exponent".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name before a point is a library.</summary>
    public static bool IsModule(string name) => s_modules.Contains(name);

    /// <summary>Whether an option only says how something is stored.</summary>
    public static bool IsDropped(string option) => s_dropped.Contains(option);

    /// <summary>Whether an option is an argument that may as well stand at its place.</summary>
    public static bool IsPositional(string option) => s_positional.Contains(option);

    /// <summary>What a call of a library's function makes; null for what has no meaning here.</summary>
    /// <param name="name">The name of the function.</param>
    /// <param name="start">Where it stands.</param>
    /// <param name="end">Where it ends.</param>
    public static Token? Call(string name, int start, int end)
    {
        if (s_operations.TryGetValue(name, out var operation)) return new Token(TokenKind.Name, start, end, name) { Form = CallForm.Operation, Operation = operation };
        if (name is "square") return new Token(TokenKind.Name, start, end, name) { Form = CallForm.Square };
        if (s_itself.Contains(name)) return new Token(TokenKind.Name, start, end, name) { Form = CallForm.Itself };
        return s_functions.TryGetValue(name, out var function) ? new Token(TokenKind.Name, start, end, function) { Form = CallForm.Known } : null;
    }

    /// <summary>The constant of a library, or null.</summary>
    public static string? Constant(string name) => name switch
    {
        "pi" or "PI" => "pi",
        "e" or "E" => "e",
        "inf" or "Infinity" or "infty" => "inf",
        "tau" => "tau",
        _ => null,
    };
}
