using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Scenarios.Settings;

/// <summary>
/// Binds a settings record from configuration, strictly: a value that is not of its kind, out of its
/// <see cref="RangeAttribute"/>, not of its <see cref="RegularExpressionAttribute"/> or under a key that no setting has
/// is refused, with the key, the value and what is allowed. What two settings say together is checked by
/// <see cref="ICheckedSettings"/>.
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
        ThrowIfAny<T>(problems);

        var settings = configuration.Get<T>() ?? new T();
        CheckTogether(settings, "", problems);
        ThrowIfAny<T>(problems);
        return settings;
    }

    private static void ThrowIfAny<T>(List<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new OptionsValidationException(typeof(T).Name, typeof(T), problems);
        }
    }

    private static void Check(Type type, IConfiguration configuration, string path, bool strict, List<string> problems)
    {
        var settings = SettingsOf(type).ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
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
                if (child.Value is { Length: > 0 } scalar)
                {
                    var inner = string.Join(", ", SettingsOf(setting.PropertyType).Select(property => property.Name));
                    problems.Add($"{path}{setting.Name} = \"{scalar}\": must be a group with {inner}.");
                }

                Check(setting.PropertyType, child, $"{path}{setting.Name}:", strict: true, problems);
            }
            else if (child.Value is not { } value)
            {
                problems.Add($"{path}{setting.Name}: must be {SettingRule.Allowed(setting)}, not {(child.GetChildren().Any() ? "a group" : "null")}.");
            }
            else if (!SettingRule.Allows(setting, value))
            {
                problems.Add($"{path}{setting.Name} = \"{value}\": must be {SettingRule.Allowed(setting)}.");
            }
        }
    }

    private static void CheckTogether(object settings, string path, List<string> problems)
    {
        if (settings is ICheckedSettings itself)
        {
            problems.AddRange(itself.Problems().Select(problem =>
                string.Create(CultureInfo.InvariantCulture, $"{path}{problem.Key} = \"{problem.Value}\": must be {problem.Allowed}.")));
        }

        foreach (var group in SettingsOf(settings.GetType()).Where(property => IsGroup(property.PropertyType)))
        {
            CheckTogether(group.GetValue(settings)!, $"{path}{group.Name}:", problems);
        }
    }

    private static IEnumerable<PropertyInfo> SettingsOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite);

    private static bool IsGroup(Type type) => type.IsClass && type != typeof(string);
}
