using LocalAws.Protocol;
using LocalAws.Sqs.Messages;
using LocalAws.Sqs.Queues;

namespace LocalAws.Pages;

/// <summary>Queues, and the messages in one of them.</summary>
internal sealed class QueuePages(QueueStore queues)
{
    private const int MostMessages = 50;
    private const int LongestText = 20_000;
    private const int LongestPreview = 120;

    public Html List()
    {
        var rows = queues.All
            .OrderBy(static queue => queue.Key.Scope.Region, StringComparer.Ordinal)
            .ThenBy(static queue => queue.Key.Name, StringComparer.Ordinal)
            .Select(static queue => (queue.Key, Counts: queue.Count()))
            .ToList();
        return Layout.Page("", "Queues", Layout.Table(
            ["Queue", "Region", "#Visible", "#In flight", "#Delayed", "#Oldest", "#Polls"],
            rows,
            static row => Html.Of($"""
                <tr><td class="name"><a href="{AddressOf(row.Key)}">{row.Key.Name}</a></td><td>{row.Key.Scope.Region}</td>
                <td class="number">{row.Counts.Visible}</td><td class="number">{row.Counts.InFlight}</td><td class="number">{row.Counts.Delayed}</td>
                <td class="number">{Age(row.Counts)}</td><td class="number">{row.Counts.Polls}</td></tr>
                """),
            "There are no queues."));
    }

    /// <summary>Null: there is no such queue.</summary>
    /// <param name="said">What became of an action; null: there was none.</param>
    public Html? Show(QueueKey key, string? said = null)
    {
        if (queues.Find(key) is not { } queue)
        {
            return null;
        }

        var counts = queue.Count();
        return Layout.Page("", key.Name, Html.Of($"""
            {(said is null ? Html.Empty : Html.Of($"<p class=\"said\" role=\"status\">{said}</p>"))}
            <p><code>{queue.Arn}</code></p>
            <p>{counts.Visible} visible, {counts.InFlight} in flight, {counts.Delayed} delayed, {counts.Polls} waiting for one.
            {(queue.Settings.Redrive is { } redrive ? Html.Of($"After {redrive.MaximumReceives} receives a message goes to <code>{redrive.DeadLetterArn}</code>.") : Html.Empty)}</p>
            <h2>Messages</h2>
            <p class="quiet">The oldest {MostMessages}, without receiving them.</p>
            {Layout.Table(["Message", "State", "#Receives", "Sent"], queue.Peek(MostMessages), Row, "The queue is empty.")}
            <h2>Send a message</h2>
            <form method="post" action="{AddressOf(key)}/send">
            <label>Body<textarea name="body" required></textarea></label>
            <button>Send</button>
            </form>
            <form method="post" action="{AddressOf(key)}/purge"><button class="danger">Purge the queue</button></form>
            """));
    }

    /// <summary>Sends a message and says what became of it.</summary>
    public string Send(QueueKey key, string body)
    {
        if (queues.Find(key) is not { } queue)
        {
            return "There is no such queue.";
        }

        try
        {
            var content = new MessageContent(body);
            if (queue.Settings.IsFifo)
            {
                content = content with { GroupId = "page", DeduplicationId = Guid.NewGuid().ToString() };
            }

            return queue.Send(MessageRules.Complete(content, queue.Settings), key.Scope.Account) is { } sent
                ? $"Sent as {sent.Id}."
                : "The queue is being deleted.";
        }
        catch (AwsException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>Purges a queue and says what became of it.</summary>
    public string Purge(QueueKey key) => queues.Find(key)?.TryPurge() switch
    {
        null => "There is no such queue.",
        true => "Purged.",
        false => "A queue can be purged once in 60 seconds.",
    };

    private static string AddressOf(QueueKey key) => $"{Layout.Root}queues/{key.Scope.Region}/{key.Scope.Account}/{Uri.EscapeDataString(key.Name)}";

    private static Html Row(PeekedMessage message)
    {
        var text = message.Content.Text;
        var preview = text.Length > LongestPreview ? text[..LongestPreview] + "…" : text;
        return Html.Of($"""
            <tr><td class="name"><details><summary><code>{preview}</code></summary>
            <pre>{(text.Length > LongestText ? text[..LongestText] + "…" : text)}</pre>
            <p class="quiet">{message.Id:d}{(message.Content.GroupId is { } group ? $", group {group}" : "")}{(message.DeadLetterSource is { } source ? $", given up by {source}" : "")}</p>
            {Html.Each(message.Content.Attributes, static attribute => Html.Of($"<p><code>{attribute.Key}</code> ({attribute.Value.DataType}): {attribute.Value.StringValue ?? "binary"}</p>"))}
            </details></td>
            <td>{NameOf(message.State)}</td><td class="number">{message.ReceiveCount}</td><td>{Layout.Time(message.SentAt)}</td></tr>
            """);
    }

    private static string NameOf(MessageState state) => state switch
    {
        MessageState.Delayed => "delayed",
        MessageState.Visible => "visible",
        _ => "in flight",
    };

    private static string Age(QueueCounts counts) => counts.Total == 0 ? "–" : counts.AgeOfOldest switch
    {
        { TotalSeconds: < 120 } age => $"{age.TotalSeconds:0} s",
        { TotalMinutes: < 120 } age => $"{age.TotalMinutes:0} min",
        var age => $"{age.TotalHours:0} h",
    };
}
