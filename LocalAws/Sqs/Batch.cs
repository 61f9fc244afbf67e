using LocalAws.Protocol;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs;

/// <summary>What all batch operations share: the rules of a batch, and an answer an entry.</summary>
internal static class Batch
{
    private const int MaximumEntries = 10;
    private const int MaximumIdLength = 80;

    /// <summary>Checks the entries as a batch.</summary>
    /// <exception cref="AwsException">The batch as a whole is refused.</exception>
    public static List<TEntry> Check<TEntry>(BatchRequest<TEntry> request)
        where TEntry : class, IBatchEntry
    {
        var entries = (request.Entries ?? []).ConvertAll(static entry => entry ?? throw SqsErrors.Missing("Entries"));
        if (entries.Count == 0)
        {
            throw SqsErrors.Batch("EmptyBatchRequest", $"There should be at least one {typeof(TEntry).Name} in the request.");
        }

        if (entries.Count > MaximumEntries)
        {
            throw SqsErrors.Batch(
                "TooManyEntriesInBatchRequest",
                $"Maximum number of entries per request are {MaximumEntries}. You have sent {entries.Count}.");
        }

        if (entries.Exists(static entry => !IsId(entry.Id)))
        {
            throw SqsErrors.Batch(
                "InvalidBatchEntryId",
                "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
                + $"It can be at most {MaximumIdLength} letters long.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return entries.Find(entry => !ids.Add(entry.Id!)) is { } repeated
            ? throw SqsErrors.Batch("BatchEntryIdsNotDistinct", $"Id {repeated.Id} repeated.")
            : entries;
    }

    /// <summary>Runs <paramref name="operation"/> for each entry; one that is refused does not stop the others.</summary>
    public static BatchResponse<TResult> Run<TEntry, TResult>(IEnumerable<TEntry> entries, Func<TEntry, TResult> operation)
        where TEntry : class, IBatchEntry
    {
        List<TResult> successful = [];
        List<BatchResultErrorEntry>? failed = null;
        foreach (var entry in entries)
        {
            try
            {
                successful.Add(operation(entry));
            }
            catch (AwsException refused)
            {
                (failed ??= []).Add(new BatchResultErrorEntry(
                    entry.Id!, refused.QueryCode ?? refused.Code, refused.Message, SenderFault: refused.IsSendersFault));
            }
        }

        return new BatchResponse<TResult>(successful, failed);
    }

    private static bool IsId(string? id) =>
        id is { Length: > 0 and <= MaximumIdLength } && id.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
