using System.Globalization;
using CalcApi.Http;
using CalcApi.Http.Requests;
using CalcApi.Http.Trajectories;
using Calculus.Learning;
using Calculus.Optimization;
using FluentValidation;

namespace CalcApi.Train;

internal sealed class TrainValidator : AbstractValidator<TrainRequest>
{
    public TrainValidator(ServiceLimits limits, Optimizers optimizers)
    {
        var settings = new SettingsValidator(limits, optimizers);
        RuleFor(request => request).Custom((request, context) =>
        {
            foreach (var failure in settings.Validate(TrainSettings.Of(request)).Errors) context.AddFailure(failure);
        });
        RuleFor(request => request.Steps).GreaterThanOrEqualTo(0).WithMessage("It must be at least 0.");
        RuleFor(request => request.Steps).UpTo("descentSteps", limits.DescentSteps);
        RuleFor(request => request.Batch).GreaterThanOrEqualTo(1).WithMessage("It must be at least 1.");
        RuleFor(request => request.Test).Must(static share => share is null or (>= 0 and < 1)).WithMessage("It must be a share from 0 to below 1.");
        RuleFor(request => request.Loss).Custom(static (name, context) =>
        {
            if (name is not null && TrainingLosses.Find(name) is null) context.RefuseValue("loss", $"There is no loss {Quoted.Of(name)}; there are {Names(LearningTasks.All)}.");
        });
        RuleFor(request => request.Initialization).Must(static name => name is null || Initialization.Names.Contains(name, StringComparer.Ordinal))
            .WithMessage($"There are {string.Join(", ", Initialization.Names)}.");
        RuleFor(request => request.Draw).SetValidator(new DrawValidator(limits)!);
        RuleFor(request => request.Model).SetValidator(new ModelValidator(limits));
        RuleFor(request => request.Dataset).SetValidator(new DatasetValidator(limits));
        When(request => request.Model.Definition is not null, () =>
        {
            RuleFor(request => request.Loss).Null().WithMessage("A definition is its own loss.");
            RuleFor(request => request.Initialization).Null().WithMessage("The first weights of a definition are given by model.start.");
        });
    }

    /// <summary>The losses with which something can be trained, for a message.</summary>
    public static string Names(LearningTasks task) => string.Join(", ", TrainingLosses.All.Where(loss => (loss.Tasks & task) != 0).Select(static loss => loss.Name));

    private sealed class SettingsValidator : TrajectoryValidator<TrainSettings>
    {
        public SettingsValidator(ServiceLimits limits, Optimizers optimizers)
            : base(limits) => RuleFor(settings => settings.Optimizer).Custom((optimizer, context) => Check(optimizer, "optimizer", optimizers, context));
    }
}

internal sealed class ModelValidator : AbstractValidator<ModelRequest>
{
    /// <summary>The models that have a name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["linear", "logistic", "softmax", "mlp"];

    public ModelValidator(ServiceLimits limits) => RuleFor(model => model).Custom((model, context) =>
    {
        if (model.Name is null == model.Definition is null)
        {
            context.RefuseShape("model", "Give either the name of a model or a definition.");
            return;
        }

        if (model.Name is { } name && !Names.Contains(name, StringComparer.Ordinal)) context.RefuseValue("model.name", $"There is no model {Quoted.Of(name)}; there are {string.Join(", ", Names)}.");
        if (model.Definition is not null && model.Start is null) context.RefuseShape("model.start", "A definition needs its first weights.");
        if (model.Definition is null && model.Start is not null) context.RefuseShape("model.start", "Only a definition takes its first weights; a model by its name takes an initialization.");
        var isNetwork = model.Name is "mlp";
        if (isNetwork && model.Layers is not { Count: > 0 }) context.RefuseShape("model.layers", "An mlp needs the units of at least one hidden layer, such as [16, 16].");
        if (!isNetwork && model.Layers is not null) context.RefuseShape("model.layers", "Only an mlp has hidden layers.");
        if (!isNetwork && (model.Activation is not null || model.Activations is not null)) context.RefuseShape(model.Activation is null ? "model.activations" : "model.activation", "Only an mlp has hidden layers.");
        if (model.Activation is not null && model.Activations is not null) context.RefuseShape("model.activations", "Give one activation for all hidden layers, or one for each.");
        if (model.Activations is { } each && isNetwork && each.Count != model.Layers?.Count) context.RefuseShape("model.activations", "Give one for each hidden layer.");
        foreach (var (activation, path) in (model.Activations ?? []).Select(static (activation, i) => (activation, Indexed("model.activations", i))).Concat(model.Activation is { } all ? [(all, "model.activation")] : []))
            if (!Activations.Names.Contains(activation, StringComparer.Ordinal))
                context.RefuseValue(path, $"There is no activation {Quoted.Of(activation)}; there are {string.Join(", ", Activations.Names)}.");

        if (model.Layers is not { } layers) return;
        if (layers.Count > limits.Layers) context.RefuseLimit("model.layers", "layers", limits.Layers, layers.Count);
        for (var i = 0; i < layers.Count; i++)
        {
            if (layers[i] < 1) context.RefuseValue(Indexed("model.layers", i), "A layer has at least 1 unit.");
            else if (layers[i] > limits.LayerUnits) context.RefuseLimit(Indexed("model.layers", i), "layerUnits", limits.LayerUnits, layers[i]);
        }
    });

    private static string Indexed(string path, int i) => string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
}
