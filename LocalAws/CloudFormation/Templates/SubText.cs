using System.Text.RegularExpressions;

namespace LocalAws.CloudFormation.Templates;

/// <summary>The text of a <c>Fn::Sub</c>: <c>${Name}</c>, <c>${Name.Attribute}</c>, and <c>${!Literal}</c> which stays <c>${Literal}</c>.</summary>
internal static partial class SubText
{
    /// <summary>The names in a text.</summary>
    public static IEnumerable<string> Names(string text) =>
        Variable().Matches(text).Select(static match => match.Groups["name"].Value.Trim()).Where(static name => name is not ['!', ..]);

    public static string Fill(string text, Func<string, string> value) => Variable().Replace(
        text,
        match => match.Groups["name"].Value is ['!', .. var literal] ? $"${{{literal}}}" : value(match.Groups["name"].Value.Trim()));

    [GeneratedRegex(@"\$\{(?<name>[^}]*)\}")]
    private static partial Regex Variable();
}
