using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Scenarios.Settings;

/// <summary>What a single setting allows, from its type and its annotations.</summary>
internal static class SettingRule
{
    /// <summary>Whether <paramref name="value"/> is allowed.</summary>
    public static bool Allows(PropertyInfo setting, string value)
    {
        var type = KindOf(setting);
        if (type == typeof(bool))
        {
            return bool.TryParse(value, out _);
        }

        if (type.IsEnum)
        {
            return Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase);
        }

        if (type == typeof(string))
        {
            // Not the attribute's own check, which lets the empty text pass.
            return setting.GetCustomAttribute<RegularExpressionAttribute>() is not { } rule
                || Regex.IsMatch(value, $@"\A(?:{rule.Pattern})\z", RegexOptions.CultureInvariant);
        }

        return ReadNumber(type, value) is { } number
            && (setting.GetCustomAttribute<RangeAttribute>() is not { } range
                || (number >= ToDouble(range.Minimum) && number <= ToDouble(range.Maximum)));
    }

    /// <summary>What is allowed, in words.</summary>
    public static string Allowed(PropertyInfo setting)
    {
        var type = KindOf(setting);
        if (type == typeof(bool))
        {
            return "true or false";
        }

        if (type.IsEnum)
        {
            return $"one of {string.Join(", ", Enum.GetNames(type))}";
        }

        if (type == typeof(string))
        {
            return setting.GetCustomAttribute<RegularExpressionAttribute>()?.ErrorMessage ?? "a text";
        }

        var kind = type == typeof(int) ? "a whole number" : "a number";
        return setting.GetCustomAttribute<RangeAttribute>() is { } range ? $"{kind} from {Plain(range.Minimum)} to {Plain(range.Maximum)}" : kind;
    }

    private static Type KindOf(PropertyInfo setting) => Nullable.GetUnderlyingType(setting.PropertyType) ?? setting.PropertyType;

    private static double? ReadNumber(Type type, string value)
    {
        if (type == typeof(int))
        {
            return int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null;
        }

        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : null;
    }

    private static double ToDouble(object bound) => Convert.ToDouble(bound, CultureInfo.InvariantCulture);

    private static string Plain(object bound) => Convert.ToString(bound, CultureInfo.InvariantCulture)!;
}
