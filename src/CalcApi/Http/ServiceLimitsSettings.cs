using System.Reflection;

namespace CalcApi.Http;

/// <summary>Reads the limits from the settings section <c>Limits</c>.</summary>
public static class ServiceLimitsSettings
{
    /// <summary>Makes the limits available to the whole service.</summary>
    /// <exception cref="InvalidOperationException">A setting is not the name of a limit, or a limit is not positive.</exception>
    public static IServiceCollection AddServiceLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(From(configuration.GetSection("Limits")));

    /// <summary>The limits with the section's numbers in place of the defaults.</summary>
    /// <exception cref="InvalidOperationException">A setting is not the name of a limit, or a limit is not positive.</exception>
    public static ServiceLimits From(IConfigurationSection section)
    {
        var limits = section.Get<ServiceLimits>() ?? new();
        section.Bind(limits.Library);
        var all = All(limits).ToDictionary(limit => limit.Property.Name, limit => limit.Number, StringComparer.OrdinalIgnoreCase);

        foreach (var setting in section.GetChildren())
            if (!all.ContainsKey(setting.Key))
                throw new InvalidOperationException($"The setting Limits:{setting.Key} is not the name of a limit.");
        foreach (var (name, number) in all)
            if (number <= 0)
                throw new InvalidOperationException($"The limit {name} must be positive, not {number}.");
        return limits;
    }

    /// <summary>Every limit with its number: the library's first.</summary>
    public static IEnumerable<(PropertyInfo Property, long Number)> All(ServiceLimits limits) =>
        Numbers(limits.Library).Concat(Numbers(limits));

    private static IEnumerable<(PropertyInfo, long)> Numbers(object limits) =>
        from property in limits.GetType().GetProperties()
        where property.PropertyType == typeof(int) || property.PropertyType == typeof(long)
        select (property, Convert.ToInt64(property.GetValue(limits), null));
}
