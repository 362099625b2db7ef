using Calculus.Expressions;
using Calculus.Functions;

namespace Calculus.Programs;

/// <summary>
/// Appends instructions that each write a register of their own. What depends only on known numbers is computed here, by
/// the same operations; a result that isn't finite becomes an instruction, so that its origin can be named.
/// </summary>
/// <param name="inputs">How many registers are inputs.</param>
internal sealed class InstructionBuilder(int inputs)
{
    private readonly List<UnaryFunction> _unaries = [];
    private readonly List<Function> _functions = [];
    private readonly Dictionary<Function, int> _places = [];
    private readonly Dictionary<(int Register, double Exponent), Operand> _powers = [];
    private readonly Dictionary<long, Operand> _products = [];
    private int _maximumArity;

    /// <summary>How many registers are inputs.</summary>
    public int Inputs { get; } = inputs;

    /// <summary>The instructions so far.</summary>
    public List<Instruction> Code { get; } = [];

    /// <summary>For each instruction the index of the node it was made for.</summary>
    public List<int> Sources { get; } = [];

    /// <summary>The registers of the calls' arguments.</summary>
    public List<int> Arguments { get; } = [];

    /// <summary>The index of the node that instructions are now made for.</summary>
    public int Source { get; set; }

    /// <summary>A known number.</summary>
    public Operand Known(double value) =>
        double.IsFinite(value) ? new Operand(-1, value) : Emit(OpCode.Constant, constant: value);

    /// <summary>a + b</summary>
    public Operand Add(Operand a, Operand b) => (a.IsKnown, b.IsKnown) switch
    {
        (true, true) => Known(a.Value + b.Value),
        (true, false) => Emit(OpCode.AddConstant, b.Register, constant: a.Value),
        (false, true) => Emit(OpCode.AddConstant, a.Register, constant: b.Value),
        _ => Emit(OpCode.Add, a.Register, b.Register),
    };

    /// <summary>a − b</summary>
    public Operand Subtract(Operand a, Operand b) => (a.IsKnown, b.IsKnown) switch
    {
        (true, true) => Known(a.Value - b.Value),
        (true, false) => Emit(OpCode.SubtractFrom, b.Register, constant: a.Value),
        (false, true) => Emit(OpCode.AddConstant, a.Register, constant: -b.Value),
        _ => Emit(OpCode.Subtract, a.Register, b.Register),
    };

    /// <summary>a·b</summary>
    public Operand Multiply(Operand a, Operand b)
    {
        if (a.Is(1)) return b;
        if (b.Is(1)) return a;
        return (a.IsKnown, b.IsKnown) switch
        {
            (true, true) => Known(a.Value * b.Value),
            (true, false) => Emit(OpCode.Scale, b.Register, constant: a.Value),
            (false, true) => Emit(OpCode.Scale, a.Register, constant: b.Value),
            _ => Product(a, b),
        };
    }

    // The factors of a product that is differentiated occur again in each partial derivative: what several begin with is multiplied once.
    private Operand Product(Operand a, Operand b)
    {
        // Multiplied by an odd number, pairs stay different and spread: neighbours in pairs would have few different hashes (Knuth, vol. 3, 6.4).
        var factors = unchecked((long)((((ulong)(uint)a.Register << 32) | (uint)b.Register) * 0x9E3779B97F4A7C15));
        if (!_products.TryGetValue(factors, out var product)) _products.Add(factors, product = Emit(OpCode.Multiply, a.Register, b.Register));
        return product;
    }

    /// <summary>a / b</summary>
    public Operand Divide(Operand a, Operand b)
    {
        if (b.Is(1)) return a;
        return (a.IsKnown, b.IsKnown) switch
        {
            (true, true) => Known(a.Value / b.Value),
            (true, false) => Emit(OpCode.DivideInto, b.Register, constant: a.Value),
            (false, true) when HasExactReciprocal(b.Value) => Emit(OpCode.Scale, a.Register, constant: 1 / b.Value),
            (false, true) => Emit(OpCode.DivideBy, a.Register, constant: b.Value),
            _ => Emit(OpCode.Divide, a.Register, b.Register),
        };
    }

    /// <summary>−a</summary>
    public Operand Negate(Operand a) => a.IsKnown ? Known(-a.Value) : Emit(OpCode.Negate, a.Register);

    /// <summary>a^k by the same multiplications as <see cref="Power.Raise"/>; each power of a register is made once.</summary>
    public Operand Raise(Operand a, double exponent)
    {
        if (a.IsKnown) return Known(Power.Raise(a.Value, exponent));
        if (exponent == 0) return Known(1);
        if (exponent == 1) return a;
        if (_powers.TryGetValue((a.Register, exponent), out var known)) return known;
        if (exponent == 2) return Square(a);
        var power = exponent switch
        {
            3 => Multiply(Square(a), a),
            4 => Square(Square(a)),
            0.5 => Emit(OpCode.Sqrt, a.Register),
            -1 => Emit(OpCode.DivideInto, a.Register, constant: 1),
            _ => Emit(OpCode.PowerConstant, a.Register, constant: exponent),
        };
        _powers.Add((a.Register, exponent), power);
        return power;
    }

    private Operand Square(Operand a)
    {
        if (!_powers.TryGetValue((a.Register, 2), out var square)) _powers.Add((a.Register, 2), square = Multiply(a, a));
        return square;
    }

    /// <summary>a^b</summary>
    public Operand Raise(Operand a, Operand b) => b.IsKnown ? Raise(a, b.Value) : Emit(OpCode.Power, Register(a), b.Register);

    /// <summary>b where a is not zero, otherwise c.</summary>
    public Operand Select(Operand a, Operand b, Operand c)
    {
        if (a.IsKnown) return a.Value != 0 ? b : c;
        return Emit(OpCode.Select, a.Register, Register(b), Register(c));
    }

    /// <summary>log(1 + a)</summary>
    public Operand LogOnePlus(Operand a) => Unary(Log1p.Function, a);

    /// <summary>exp(a) − 1</summary>
    public Operand ExponentialMinusOne(Operand a) => Unary(Expm1.Function, a);

    /// <summary>A function of one argument.</summary>
    public Operand Unary(UnaryFunction function, Operand a) =>
        a.IsKnown ? Known(function.Value(a.Value)) : Emit(OpCode.Unary, a.Register, Place(function, _unaries));

    /// <summary>A function of any number of arguments.</summary>
    public Operand Call(Function function, ReadOnlySpan<Operand> arguments)
    {
        if (function is UnaryFunction unary) return Unary(unary, arguments[0]);
        if (AllKnown(arguments) is { } values) return Known(function.Value(values));
        var registers = new int[arguments.Length];
        for (var i = 0; i < registers.Length; i++) registers[i] = Register(arguments[i]);
        var begin = Arguments.Count;
        Arguments.AddRange(registers);
        _maximumArity = Math.Max(_maximumArity, registers.Length);
        return Emit(OpCode.Call, begin, Place(function, _functions), registers.Length);
    }

    /// <summary>Makes a value an output of the program.</summary>
    public void Output(int place, Operand a)
    {
        var register = Register(a);
        Code.Add(new Instruction(OpCode.Output, place, register));
        Sources.Add(Source);
    }

    /// <summary>The functions called, with the given slots for their arguments.</summary>
    public CallTables Calls(int[] slots) => new([.. _unaries], [.. _functions], slots, _maximumArity);

    private Operand Emit(OpCode code, int a = 0, int b = 0, int c = 0, double constant = 0)
    {
        var register = Inputs + Code.Count;
        Code.Add(new Instruction(code, register, a, b, c, constant));
        Sources.Add(Source);
        return new Operand(register, 0);
    }

    private int Register(Operand a) => a.IsKnown ? Emit(OpCode.Constant, constant: a.Value).Register : a.Register;

    private int Place<T>(T function, List<T> table)
        where T : Function
    {
        if (_places.TryGetValue(function, out var place)) return place;
        _places.Add(function, table.Count);
        table.Add(function);
        return table.Count - 1;
    }

    private static double[]? AllKnown(ReadOnlySpan<Operand> arguments)
    {
        foreach (var argument in arguments)
        {
            if (!argument.IsKnown) return null;
        }

        var values = new double[arguments.Length];
        for (var i = 0; i < values.Length; i++) values[i] = arguments[i].Value;
        return values;
    }

    // Then a/b and a·(1/b) round the same real number, and a multiplication is quicker.
    private static bool HasExactReciprocal(double b) => double.IsPow2(Math.Abs(b)) && double.IsFinite(1 / b);
}
