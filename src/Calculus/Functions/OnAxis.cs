using Calculus.Kernels;

namespace Calculus.Functions;

/// <summary>Elementary functions of one real number by the library's own kernels, so that they are the same bits on every machine.</summary>
internal static class OnAxis
{
    /// <summary>e^x</summary>
    public static double Exp(double x) => Lanes.At<Functions.Exp.Kernel>(x);

    /// <summary>e^x − 1</summary>
    public static double ExpMinusOne(double x) => Lanes.At<Functions.Expm1.Kernel>(x);

    /// <summary>log x</summary>
    public static double Log(double x) => Lanes.At<Functions.Log.Kernel>(x);

    /// <summary>log(1 + x)</summary>
    public static double LogOnePlus(double x) => Lanes.At<Functions.Log1p.Kernel>(x);

    /// <summary>u^v as IEEE 754 has it.</summary>
    public static double Pow(double u, double v) => Lanes.At<Functions.Power.Kernel>(u, v);

    /// <summary>The sine.</summary>
    public static double Sin(double x) => Lanes.At<Functions.Sin.Kernel>(x);

    /// <summary>The cosine.</summary>
    public static double Cos(double x) => Lanes.At<Functions.Cos.Kernel>(x);

    /// <summary>The tangent.</summary>
    public static double Tan(double x) => Lanes.At<Functions.Tan.Kernel>(x);

    /// <summary>The hyperbolic sine.</summary>
    public static double Sinh(double x) => Lanes.At<Functions.Sinh.Kernel>(x);

    /// <summary>The hyperbolic cosine.</summary>
    public static double Cosh(double x) => Lanes.At<Functions.Cosh.Kernel>(x);

    /// <summary>The hyperbolic tangent.</summary>
    public static double Tanh(double x) => Lanes.At<Functions.Tanh.Kernel>(x);

    /// <summary>The inverse of the hyperbolic sine.</summary>
    public static double Asinh(double x) => Lanes.At<Functions.Asinh.Kernel>(x);

    /// <summary>The angle of the point (x, y).</summary>
    public static double Atan2(double y, double x) => Lanes.At<Functions.Atan2.Kernel>(y, x);

    /// <summary>√(x² + y²)</summary>
    public static double Hypot(double x, double y) => Lanes.At<Functions.Hypot.Kernel>(x, y);
}
