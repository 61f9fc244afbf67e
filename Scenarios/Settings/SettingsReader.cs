using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Scenarios.Settings;

/// <summary>
/// Binds a settings record from configuration, strictly: a value that is not of its kind, out of its
/// <see cref="RangeAttribute"/> or under a key that no setting has is refused, with the key, the value and what is allowed.
/// </summary>
public static class SettingsReader
{
    /// <summary>Reads <typeparamref name="T"/> and everything below it.</summary>
    /// <param name="configuration">Where from; its keys are those of the record's properties.</param>
    /// <param name="strict">
    /// Whether keys that are no setting are refused on the top level too. Below it they always are.
    /// </param>
    /// <exception cref="OptionsValidationException">Something was refused; its failures are a line each.</exception>
    public static T Read<T>(IConfiguration configuration, bool strict = false)
        where T : new()
    {
        ArgumentNullException.ThrowIfNull(configuration);
        List<string> problems = [];
        Check(typeof(T), configuration, "", strict, problems);
        return problems.Count == 0
            ? configuration.Get<T>() ?? new T()
            : throw new OptionsValidationException(typeof(T).Name, typeof(T), problems);
    }

    private static void Check(Type type, IConfiguration configuration, string path, bool strict, List<string> problems)
    {
        var settings = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
            .ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);

        foreach (var child in configuration.GetChildren())
        {
            if (!settings.TryGetValue(child.Key, out var setting))
            {
                if (strict)
                {
                    problems.Add($"{path}{child.Key}: no such setting; known here: {string.Join(", ", settings.Keys.Order(StringComparer.Ordinal))}.");
                }
            }
            else if (IsGroup(setting.PropertyType))
            {
                Check(setting.PropertyType, child, $"{path}{setting.Name}:", strict: true, problems);
            }
            else if (child.Value is { } value && Refuse(setting, value) is { } allowed)
            {
                problems.Add($"{path}{setting.Name} = \"{value}\": must be {allowed}.");
            }
        }
    }

    private static bool IsGroup(Type type) => type is { IsClass: true, Namespace: not null } && type != typeof(string);

    /// <summary>What would be allowed instead of <paramref name="value"/>; null if it is fine.</summary>
    private static string? Refuse(PropertyInfo setting, string value)
    {
        var type = Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType;
        var range = setting.GetCustomAttribute<RangeAttribute>();
        if (type == typeof(bool))
        {
            return bool.TryParse(value, out _) ? null : "true or false";
        }

        if (type.IsEnum)
        {
            return Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase)
                ? null
                : $"one of {string.Join(", ", Enum.GetNames(type))}";
        }

        if (type == typeof(string))
        {
            return null;
        }

        var kind = type == typeof(int) ? "a whole number" : "a number";
        var allowed = range is null ? kind : $"{kind} from {Plain(range.Minimum)} to {Plain(range.Maximum)}";
        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && (type != typeof(int) || int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
        return isNumber && double.IsFinite(number) && (range is null || (number >= ToDouble(range.Minimum) && number <= ToDouble(range.Maximum)))
            ? null
            : allowed;
    }

    private static double ToDouble(object bound) => Convert.ToDouble(bound, CultureInfo.InvariantCulture);

    private static string Plain(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture)!;
}
