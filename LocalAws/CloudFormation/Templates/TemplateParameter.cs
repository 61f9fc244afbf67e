using System.Globalization;
using System.Text.RegularExpressions;

namespace LocalAws.CloudFormation.Templates;

/// <summary>A parameter of a template.</summary>
internal sealed record TemplateParameter(string Key, string Type)
{
    /// <summary>What is shown instead of a value with NoEcho.</summary>
    public const string Mask = "****";

    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(1);

    public string? Default { get; init; }

    public string? Description { get; init; }

    public bool NoEcho { get; init; }

    public IReadOnlyList<string>? AllowedValues { get; init; }

    public string? AllowedPattern { get; init; }

    public string? ConstraintDescription { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public decimal? MinValue { get; init; }

    public decimal? MaxValue { get; init; }

    /// <summary>Whether its value is a list in commas.</summary>
    public bool IsList => Type is "CommaDelimitedList" or "List<Number>" or "List<String>";

    /// <exception cref="Protocol.AwsException">The value is not allowed.</exception>
    public void Check(string value)
    {
        if (FindFault(value) is { } fault)
        {
            throw TemplateErrors.Validation(
                ConstraintDescription is null ? fault : $"Parameter {Key} failed to satisfy constraint: {ConstraintDescription}");
        }
    }

    private string? FindFault(string value)
    {
        string[] items = IsList ? value.Split(',', StringSplitOptions.TrimEntries) : [value];
        foreach (var item in items)
        {
            if (AllowedValues is not null && !AllowedValues.Contains(item))
            {
                return $"Parameter '{Key}' must be one of AllowedValues";
            }

            if (Type is "Number" or "List<Number>")
            {
                if (!decimal.TryParse(item, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                {
                    return $"Parameter '{Key}' must be a number.";
                }

                if (number < MinValue || number > MaxValue)
                {
                    return $"Parameter '{Key}' must be a number {(number < MinValue ? $"not less than {MinValue}" : $"not greater than {MaxValue}")}";
                }
            }
        }

        return FindTextFault(value);
    }

    private string? FindTextFault(string value)
    {
        if (value.Length < MinLength)
        {
            return $"Parameter '{Key}' must contain at least {MinLength} characters";
        }

        if (value.Length > MaxLength)
        {
            return $"Parameter '{Key}' must contain at most {MaxLength} characters";
        }

        return AllowedPattern is null || MatchesPattern(value) ? null : $"Parameter '{Key}' must match pattern {AllowedPattern}";
    }

    private bool MatchesPattern(string value)
    {
        try
        {
            return Regex.IsMatch(value, $"^(?:{AllowedPattern})$", RegexOptions.None, PatternTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
