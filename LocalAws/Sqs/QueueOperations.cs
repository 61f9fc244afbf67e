using System.Globalization;
using System.Text;
using LocalAws.Protocol;
using LocalAws.Sqs.Queues;
using LocalAws.Sqs.Wire;

namespace LocalAws.Sqs;

/// <summary>The operations on queues as a whole.</summary>
internal sealed class QueueOperations(QueueStore queues)
{
    private const int MaximumPage = 1_000;
    private const int MaximumTags = 50;

    /// <summary>What a token says before the name that its page ended with: not every Base64 is one.</summary>
    private const string TokenStart = "after ";

    public QueueUrlResponse Create(CreateQueueRequest request, CallContext call)
    {
        var key = new QueueKey(call.Scope, Required(request.QueueName, "QueueName"));
        var attributes = request.Attributes.WithoutNulls("Attributes");
        queues.Create(key, attributes, request.Tags.WithoutNulls("tags"));
        return new QueueUrlResponse(key.Url(call.Host));
    }

    public QueueUrlResponse GetUrl(GetQueueUrlRequest request, CallContext call)
    {
        var scope = call.Scope with { Account = request.QueueOwnerAWSAccountId ?? call.Account };
        var key = new QueueKey(scope, Required(request.QueueName, "QueueName"));
        return queues.Find(key) is null ? throw SqsErrors.NoSuchQueue() : new QueueUrlResponse(key.Url(call.Host));
    }

    public ListQueuesResponse List(ListQueuesRequest request, CallContext call)
    {
        var names = queues.All
            .Select(static queue => queue.Key)
            .Where(key => key.Scope == call.Scope && key.Name.StartsWith(request.QueueNamePrefix ?? "", StringComparison.Ordinal));
        var (urls, token) = Page(names, request.MaxResults, request.NextToken, call);
        return new ListQueuesResponse(urls.Count == 0 ? null : urls, token);
    }

    public ListDeadLetterSourceQueuesResponse ListSources(ListDeadLetterSourceQueuesRequest request, CallContext call)
    {
        var sources = queues.SourcesOf(queues.Require(request, call)).Select(static queue => queue.Key);
        var (urls, token) = Page(sources, request.MaxResults, request.NextToken, call);
        return new ListDeadLetterSourceQueuesResponse(urls, token);
    }

    public EmptyResponse Delete(QueueRequest request, CallContext call) =>
        queues.Delete(QueueLookup.KeyOf(request, call)) ? EmptyResponse.Instance : throw SqsErrors.NoSuchQueue();

    public EmptyResponse Purge(QueueRequest request, CallContext call)
    {
        var queue = queues.Require(request, call);
        return queue.TryPurge() ? EmptyResponse.Instance : throw SqsErrors.PurgeInProgress(queue.Key);
    }

    public GetQueueAttributesResponse GetAttributes(GetQueueAttributesRequest request, CallContext call)
    {
        var attributes = QueueAttributeView.Read(queues.Require(request, call), request.AttributeNames ?? []);
        return new GetQueueAttributesResponse(attributes.Count == 0 ? null : attributes);
    }

    public EmptyResponse SetAttributes(SetQueueAttributesRequest request, CallContext call)
    {
        if (request.Attributes is null)
        {
            throw SqsErrors.Missing("Attributes");
        }

        queues.SetAttributes(QueueLookup.KeyOf(request, call), request.Attributes.WithoutNulls("Attributes"));
        return EmptyResponse.Instance;
    }

    public EmptyResponse Tag(TagQueueRequest request, CallContext call)
    {
        var key = queues.Require(request, call).Key;
        var tags = new Dictionary<string, string>(queues.Tags(key), StringComparer.Ordinal);
        foreach (var (name, value) in request.Tags.WithoutNulls("Tags"))
        {
            tags[name] = value;
        }

        if (tags.Count > MaximumTags)
        {
            throw SqsErrors.Parameter($"Too many tags added for queue {key.Name}.");
        }

        queues.Tag(key, tags);
        return EmptyResponse.Instance;
    }

    public EmptyResponse Untag(UntagQueueRequest request, CallContext call)
    {
        var key = queues.Require(request, call).Key;
        var gone = (request.TagKeys ?? []).ToHashSet(StringComparer.Ordinal);
        queues.Tag(key, queues.Tags(key).Where(tag => !gone.Contains(tag.Key)).ToDictionary(StringComparer.Ordinal));
        return EmptyResponse.Instance;
    }

    public ListQueueTagsResponse ListTags(QueueRequest request, CallContext call)
    {
        var tags = queues.Tags(queues.Require(request, call).Key);
        return new ListQueueTagsResponse(tags.Count == 0 ? null : tags);
    }

    private static string Required(string? value, string name) => string.IsNullOrEmpty(value) ? throw SqsErrors.Missing(name) : value;

    private static (List<string> Urls, string? NextToken) Page(IEnumerable<QueueKey> keys, int? size, string? token, CallContext call)
    {
        if (size is < 1 or > MaximumPage)
        {
            throw SqsErrors.Parameter(
                size.Value.ToString(CultureInfo.InvariantCulture),
                "MaxResults",
                $"MaxResults must be an integer between 1 and {MaximumPage}.");
        }

        var after = token is null ? "" : ReadToken(token);
        var rest = keys.OrderBy(static key => key.Name, StringComparer.Ordinal)
            .SkipWhile(key => string.CompareOrdinal(key.Name, after) <= 0)
            .Take((size ?? MaximumPage) + 1)
            .ToList();
        var page = rest.Take(size ?? MaximumPage).ToList();
        // Without MaxResults SQS lists a thousand and gives no token.
        var next = size is not null && rest.Count > page.Count ? Convert.ToBase64String(Encoding.UTF8.GetBytes(TokenStart + page[^1].Name)) : null;
        return (page.ConvertAll(key => key.Url(call.Host)), next);
    }

    private static string ReadToken(string token)
    {
        var bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out var length)
            && Encoding.UTF8.GetString(bytes.AsSpan(0, length)) is var read && read.StartsWith(TokenStart, StringComparison.Ordinal)
            ? read[TokenStart.Length..]
            : throw SqsErrors.Parameter(token, "NextToken", "Token is invalid.");
    }
}
