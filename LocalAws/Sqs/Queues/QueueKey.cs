using LocalAws.Protocol;

namespace LocalAws.Sqs.Queues;

/// <summary>What names a queue.</summary>
internal readonly record struct QueueKey(AwsScope Scope, string Name)
{
    /// <summary>The queue's ARN.</summary>
    public string Arn => Scope.Arn("sqs", Name);

    /// <summary>The queue's URL at <paramref name="host"/> (scheme, host and port).</summary>
    public string Url(string host) => $"{host}/{Scope.Account}/{Name}";

    /// <summary>The queue that an ARN names; null if it is not one of a queue.</summary>
    public static QueueKey? FromArn(string arn) =>
        Protocol.Arn.TryParse(arn, out var parsed) && parsed is { Service: "sqs", Scope: { Region.Length: > 0, Account.Length: > 0 } }
            ? new QueueKey(parsed.Scope, parsed.Resource)
            : null;

    /// <summary>
    /// The queue that a URL names by its last two segments, whatever its host, so that every name of this machine
    /// works; <c>/queue/{region}/{account}/{name}</c> names the Region too. Null if it is not a queue's URL.
    /// </summary>
    public static QueueKey? FromUrl(string url, string region)
    {
        var path = url.AsSpan();
        if (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            path = path[(path.IndexOf("//", StringComparison.Ordinal) + 2)..];
            path = path.IndexOf('/') is var start and >= 0 ? path[start..] : "";
        }

        path = path.Trim('/');
        var nameStart = path.LastIndexOf('/');
        var accountStart = nameStart < 0 ? -1 : path[..nameStart].LastIndexOf('/');
        if (nameStart < 0)
        {
            return null;
        }

        var (account, name) = (path[(accountStart + 1)..nameStart].ToString(), path[(nameStart + 1)..].ToString());
        return accountStart < 0 ? new QueueKey(new AwsScope(account, region), name)
            : path[..accountStart].ToString().Split('/') is ["queue", { Length: > 0 } named] ? new QueueKey(new AwsScope(account, named), name)
            : null;
    }
}
