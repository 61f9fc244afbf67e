using LocalAws.CloudFormation.Stacks;
using LocalAws.Protocol;
using LocalAws.SecretsManager;
using LocalAws.Ssm;

namespace LocalAws.Pages;

/// <summary>Parameters, secrets and stacks. What is secret stays it.</summary>
internal sealed class ConfigurationPages(SsmStore parameters, SecretStore secrets, StackStore stacks)
{
    private const string Mask = "••••••••";
    private const int MostEvents = 50;

    public Html Parameters() => Layout.Page("parameters", "Parameters", Layout.Table(
        ["Name", "Region", "Type", "Value", "#Version", "Changed"],
        All(parameters.Scopes, parameters.All),
        static row => Html.Of($"""
            <tr><td class="name">{row.Item.Name}</td><td>{row.Region}</td><td>{row.Item.Type}</td>
            <td class="name"><code>{(row.Item.Type == Parameter.Secure ? Mask : row.Item.Value)}</code></td>
            <td class="number">{row.Item.Version}</td><td>{Layout.Time(row.Item.ModifiedAt)}</td></tr>
            """),
        "There are no parameters."));

    public Html Secrets() => Layout.Page("secrets", "Secrets", Layout.Table(
        ["Name", "Region", "Value", "Versions", "Changed"],
        All(secrets.Scopes, secrets.All),
        static row => Html.Of($"""
            <tr><td class="name">{row.Item.Name}{(row.Item.DeletionAt is { } deletion ? Html.Of($"<div class=\"bad\">deleted {Layout.Time(deletion)}</div>") : Html.Empty)}</td>
            <td>{row.Region}</td><td><code>{Mask}</code></td>
            <td>{Html.Each(row.Item.Versions.Reverse(), static version => Html.Of($"<div><code>{version.Id}</code> {string.Join(", ", version.Stages)}</div>"))}</td>
            <td>{Layout.Time(row.Item.ChangedAt)}</td></tr>
            """),
        "There are no secrets."));

    public Html Stacks()
    {
        var found = All(stacks.Scopes, scope => stacks.All(scope).Select(static stack => stack.Now).Where(static stack => stack.Status != StackStatus.DeleteComplete));
        return Layout.Page("stacks", "Stacks", Html.Of($"""
            {(found.Count == 0 ? Html.Of($"""<p class="empty">There are no stacks.</p>""") : Html.Empty)}
            {Html.Each(found, static row => Stack(row.Region, row.Item))}
            """));
    }

    private static Html Stack(string region, StackSnapshot stack) => Html.Of($"""
        <h2>{stack.Name} <span class="quiet">{region}</span> {Status(stack.Status)}</h2>
        {(stack.StatusReason is { } reason ? Html.Of($"<p>{reason}</p>") : Html.Empty)}
        {Layout.Table(
            ["Resource", "Type", "Id", "Status"],
            stack.Resources.Values.ToList(),
            static resource => Html.Of($"""
                <tr><td class="name">{resource.LogicalId}</td><td>{resource.Type}</td><td class="name"><code>{resource.Instance?.PhysicalId}</code></td>
                <td>{Status(resource.Status)}{(resource.Reason is { } why ? Html.Of($"<div>{why}</div>") : Html.Empty)}</td></tr>
                """),
            "The stack has no resources.")}
        <details><summary>Latest events</summary>
        {Layout.Table(
            ["Time", "Resource", "Status"],
            stack.Events.Reverse().Take(MostEvents).ToList(),
            static happened => Html.Of($"""
                <tr><td>{Layout.Time(happened.Time)}</td><td class="name">{happened.LogicalId}</td>
                <td>{Status(happened.Status)}{(happened.Reason is { } why ? Html.Of($"<div>{why}</div>") : Html.Empty)}</td></tr>
                """),
            "Nothing happened yet.")}
        </details>
        """);

    private static Html Status(string status)
    {
        var kind = status.Contains("FAILED", StringComparison.Ordinal) || status.Contains("ROLLBACK", StringComparison.Ordinal) ? "bad"
            : status.EndsWith("COMPLETE", StringComparison.Ordinal) ? "good" : "quiet";
        return Html.Of($"<span class=\"{kind}\">{status}</span>");
    }

    private static List<(string Region, T Item)> All<T>(IEnumerable<AwsScope> scopes, Func<AwsScope, IEnumerable<T>> items) =>
        [.. scopes.OrderBy(static scope => scope.Region, StringComparer.Ordinal).SelectMany(scope => items(scope).Select(item => (scope.Region, item)))];
}
