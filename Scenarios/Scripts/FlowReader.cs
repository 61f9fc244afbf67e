namespace Scenarios.Scripts;

/// <summary>Reads an entry of a scenario's <c>flow</c>. Source: Artillery's documentation, "HTTP engine".</summary>
internal static class FlowReader
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    public static FlowStep? Read(ScriptNode node)
    {
        if (node.Mapping([.. Methods, "think"]) is not { } keys)
        {
            return null;
        }

        if (keys.Count != 1)
        {
            // None: the key that is there was refused already.
            if (keys.Count > 1)
            {
                node.Refuse($"one step does one thing; this one has {string.Join(" and ", keys.Keys)}.");
            }

            return null;
        }

        var (key, value) = keys.Single();
        return key == "think"
            ? value.Seconds(wholeSeconds: false) is { } seconds ? new ThinkStep(TimeSpan.FromSeconds(seconds)) : null
            : ReadRequest(key, value);
    }

    private static RequestStep? ReadRequest(string method, ScriptNode node)
    {
        if (node.Mapping("url", "json", "headers") is not { } keys)
        {
            return null;
        }

        if (!keys.TryGetValue("url", out var where))
        {
            node.Refuse("needs url.");
            return null;
        }

        var url = where.Text();
        if (url is not null && !url.StartsWith('/') && !TargetAddress.TryRead(url, out _))
        {
            where.Refuse($"\"{url}\": must be a path that begins with / or an http address.");
            return null;
        }

        var json = keys.TryGetValue("json", out var body) ? JsonBody.Write(body) : null;
        var headers = keys.TryGetValue("headers", out var named) ? ReadHeaders(named) : [];
        return url is null ? null : new RequestStep { Method = method.ToUpperInvariant(), Url = url, Json = json, Headers = headers };
    }

    private static Dictionary<string, string> ReadHeaders(ScriptNode node)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in node.Entries("header names and values"))
        {
            if (value.Text() is not { } text)
            {
                continue;
            }

            if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || "!#$%&'*+-.^_`|~".Contains(letter)))
            {
                value.Refuse("not a header's name.");
            }
            else if (text.Any(char.IsControl))
            {
                value.Refuse("a header's value is one line.");
            }
            else if (!headers.TryAdd(name, text))
            {
                value.Refuse("stands here twice.");
            }
        }

        return headers;
    }
}
