using System.Collections.Frozen;

namespace Calculus.CodeExport;

/// <summary>Words that cannot be names: the languages' own, and those that programs use from the libraries.</summary>
internal static class Keywords
{
    /// <summary>Python's, and the names that programs use.</summary>
    public static FrozenSet<string> Python { get; } = Words(
        """
        False None True and as assert async await break class continue def del elif else except finally for from global if import in is
        lambda nonlocal not or pass raise return try while with yield match case type print abs int float bool range len list all any zip
        np jnp torch jax math close constant automatic all_close point inputs value ImportError ValueError OverflowError
        """);

    /// <summary>C's, and the names of its library that programs use or compilers know.</summary>
    public static FrozenSet<string> C { get; } = Words(
        """
        auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return
        short signed sizeof static struct switch typedef union unsigned void volatile while asm main printf assert close_to actual expected
        answer i NULL NAN INFINITY HUGE_VAL EOF FILE stdin stdout stderr errno signgam j0 j1 jn y0 y1 yn
        acos asin atan atan2 ceil cos cosh exp fabs floor fmod frexp ldexp log log10 modf pow sin sinh sqrt tan tanh acosh asinh atanh cbrt
        copysign erf erfc exp2 expm1 fdim fma fmax fmin hypot ilogb lgamma llrint llround log1p log2 logb lrint lround nan nearbyint
        nextafter nexttoward remainder remquo rint round scalbln scalbn tgamma trunc gamma drem significand finite isinf isnan abs
        cabs carg cimag creal cexp clog cpow csqrt csin ccos ctan casin cacos catan cproj conj index rindex
        """);

    /// <summary>C#'s.</summary>
    public static FrozenSet<string> CSharp { get; } = Words(
        """
        abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event
        explicit extern false finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null
        object operator out override params private protected public readonly ref return sbyte sealed short sizeof stackalloc static string
        struct switch this throw true try typeof uint ulong unchecked unsafe ushort using virtual void volatile while var await
        field value record nameof when where yield Math Main Program Check System Console Exception InvalidOperationException _
        """);

    /// <summary>JavaScript's.</summary>
    public static FrozenSet<string> JavaScript { get; } = Words(
        """
        await break case catch class const continue debugger default delete do else enum export extends false finally for function if
        implements import in instanceof interface let new null package private protected public return static super switch this throw true
        try typeof undefined var void while with yield arguments eval NaN Infinity Math Array Number Error check console async of get set
        """);

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
