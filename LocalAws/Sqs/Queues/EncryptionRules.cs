using System.Collections.Immutable;
using LocalAws.Protocol;

namespace LocalAws.Sqs.Queues;

/// <summary>
/// A queue is encrypted with a key of KMS or with one of SQS, and the attributes of one go when the other comes.
/// Nothing is encrypted here; the attributes answer as SQS's do.
/// </summary>
internal static class EncryptionRules
{
    private const string KmsKey = "KmsMasterKeyId";
    private const string KmsReuse = "KmsDataKeyReusePeriodSeconds";
    private const string Managed = "SqsManagedSseEnabled";
    private const string DefaultReuseSeconds = "300";

    /// <summary>Brings <paramref name="attributes"/> in line with what <paramref name="changes"/> ask for.</summary>
    /// <exception cref="AwsException">They ask for both.</exception>
    public static void Apply(
        IReadOnlyCollection<KeyValuePair<string, string>> changes, ImmutableSortedDictionary<string, string>.Builder attributes)
    {
        var wantsKms = changes.Any(static change => change is { Key: KmsKey, Value.Length: > 0 });
        var wantsManaged = changes.Any(change => change.Key == Managed && attributes[Managed] == "true");
        if (wantsKms && wantsManaged)
        {
            throw new AwsException(
                "InvalidAttributeName",
                "You can use one type of server-side encryption (SSE) at one time. You can either enable KMS SSE or SQS SSE.");
        }

        if (wantsKms)
        {
            attributes[Managed] = "false";
            attributes.TryAdd(KmsReuse, DefaultReuseSeconds);
        }

        if (wantsManaged)
        {
            attributes.Remove(KmsKey);
            attributes.Remove(KmsReuse);
        }
    }
}
