using System.Text.RegularExpressions;
using LocalAws.EventBridge.Topology;

namespace LocalAws.EventBridge.Operations;

/// <summary>Checks the members of a request as AWS does: all of them, and one refusal that lists what failed.</summary>
internal sealed partial class Constraints
{
    private readonly List<string> _failures = [];

    /// <summary>A name of 1 to <paramref name="longest"/> characters.</summary>
    public Constraints Name(string member, string? value, int longest = 64) =>
        Required(member, value).Matches(member, value, NamePattern()).Length(member, value, longest);

    public Constraints Required(string member, object? value) =>
        Check(value is not null, $"Value null at '{member}' failed to satisfy constraint: Member must not be null");

    public Constraints Length(string member, string? value, int longest, int shortest = 1) =>
        Check(value is null || value.Length >= shortest, Failure(member, value, $"Member must have length greater than or equal to {shortest}"))
            .Check(value is null || value.Length <= longest, Failure(member, value, $"Member must have length less than or equal to {longest}"));

    public Constraints OneOf(string member, string? value, params string[] allowed) =>
        Check(value is null || allowed.Contains(value), Failure(member, value, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]"));

    public Constraints Between(string member, int? value, int lowest, int highest) =>
        Check(value is null || value >= lowest, Failure(member, $"{value}", $"Member must have value greater than or equal to {lowest}"))
            .Check(value is null || value <= highest, Failure(member, $"{value}", $"Member must have value less than or equal to {highest}"));

    /// <param name="shown">The pattern as AWS shows it, where it differs; null: the same without its anchors.</param>
    public Constraints Matches(string member, string? value, Regex pattern, string? shown = null) => Check(
        value is null || pattern.IsMatch(value),
        Failure(member, value, $"Member must satisfy regular expression pattern: {shown ?? pattern.ToString().Trim('^', '$')}"));

    public Constraints Check(bool holds, string failure)
    {
        if (!holds)
        {
            _failures.Add(failure);
        }

        return this;
    }

    /// <exception cref="Protocol.AwsException">Anything failed: <c>ValidationException</c>.</exception>
    public void Enforce()
    {
        if (_failures.Count > 0)
        {
            throw TopologyErrors.Validation(
                $"{_failures.Count} validation error{(_failures.Count == 1 ? "" : "s")} detected: {string.Join("; ", _failures)}");
        }
    }

    public static string Failure(string member, string? value, string constraint) =>
        $"Value '{value}' at '{member}' failed to satisfy constraint: {constraint}";

    [GeneratedRegex(@"^[\.\-_A-Za-z0-9]+$")]
    private static partial Regex NamePattern();
}
