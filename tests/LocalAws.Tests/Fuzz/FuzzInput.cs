using System.Net;
using System.Text;

namespace LocalAws.Tests.Fuzz;

/// <summary>One malformed request.</summary>
internal sealed record FuzzInput(string Method, string Path, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    private const string Form = "application/x-www-form-urlencoded";

    private static readonly string[] Methods = ["POST", "POST", "POST", "GET", "PUT", "DELETE", "OPTIONS", "HEAD"];
    private static readonly string[] Paths = ["/", "/000000000000/q", "/queue/us-east-1/0/q", "//", "/%00", "/%zz", "/a/../..", "/?", "/é", "/_localstack/health", "/health"];

    private static readonly string[] HeaderNames =
        ["Authorization", "Content-Type", "X-Amz-Date", "X-Amz-Target", "X-Amz-Content-Sha256", "Accept", "Host", "traceparent", "Content-Encoding", "Expect", "Cookie"];

    private static readonly string[] Actions =
    [
        "CreateQueue", "ListQueues", "SendMessage", "SendMessageBatch", "ReceiveMessage", "DeleteMessage", "TagQueue", "SetQueueAttributes",
        "ChangeMessageVisibilityBatch", "GetCallerIdentity", "CreateStack", "UpdateStack", "ValidateTemplate", "DescribeStacks", "CreateChangeSet",
        "DescribeStackEvents", "ListStacks", "DeleteStack", "GetTemplate", "GetTemplateSummary",
    ];

    private static readonly string[] Patterns =
    [
        """{"source":["a"],"detail":{"b":[{"prefix":"c"}]}}""",
        """{"detail":{"$or":[{"a":[{"numeric":[">",0,"<=",5]}]},{"b":[{"anything-but":["x"]}]}]}}""",
        """{"detail":{"ip":[{"cidr":"10.0.0.0/24"}],"name":[{"wildcard":"*a*b*"},{"exists":false}]}}""",
        """{"a":[{"anything-but":{"wildcard":["*x","y*"]}},{"equals-ignore-case":"Z"},null,1.5e3]}""",
    ];

    private static readonly string[] Schedules = ["rate(5 minutes)", "cron(0 12 ? * MON-FRI *)", "cron(0/15 10,11 L 1-6 ? 2026)"];

    /// <summary>The input of a number: the same for the same seed.</summary>
    /// <param name="targets">What X-Amz-Target may be.</param>
    /// <param name="template">A template that is in order.</param>
    public static FuzzInput Of(Random random, IReadOnlyList<string> targets, string template) => random.Next(10) switch
    {
        < 4 => Json(targets[random.Next(targets.Count)], Mutation.Value(random)),
        4 => Json(targets[random.Next(targets.Count)], Mutation.Damage(random, Mutation.Value(random))),
        5 => Json(random.Next(2) == 0 ? "AWSEvents.PutRule" : "AWSEvents.TestEventPattern", PatternCall(random)),
        6 => Query(random, ("TemplateBody", Mutation.Damage(random, template)), ("StackName", "s"), ("Capabilities.member.1", "CAPABILITY_NAMED_IAM")),
        7 => Query(random, [.. Enumerable.Range(0, random.Next(6)).Select(_ => Field(random))]),
        8 => new FuzzInput(
            Methods[random.Next(Methods.Length)],
            Mutation.Damage(random, Paths[random.Next(Paths.Length)]),
            [.. Enumerable.Range(0, random.Next(4)).Select(_ => Header(random, targets))],
            Encoding.UTF8.GetBytes(Mutation.Value(random))),
        _ => new FuzzInput("POST", "/", [("X-Amz-Target", Mutation.Damage(random, targets[random.Next(targets.Count)])), ("Content-Type", "application/x-amz-json-1.1")], Noise(random)),
    };

    /// <summary>What it looks like on the wire, for a failure's message.</summary>
    public override string ToString() =>
        $"{Method} {Path}\n{string.Join('\n', Headers.Select(static header => $"{header.Name}: {header.Value}"))}\n\n{Encoding.UTF8.GetString(Body)}";

    private static FuzzInput Json(string target, string body) =>
        new("POST", "/", [("X-Amz-Target", target), ("Content-Type", "application/x-amz-json-1.0")], Encoding.UTF8.GetBytes(body));

    private static FuzzInput Query(Random random, params (string Name, string Value)[] fields)
    {
        var action = random.Next(20) == 0 ? Mutation.Damage(random, "CreateStack") : Actions[random.Next(Actions.Length)];
        var text = string.Join('&', fields.Append(("Action", action)).Select(static field =>
            $"{WebUtility.UrlEncode(field.Item1)}={WebUtility.UrlEncode(field.Item2)}"));
        return new FuzzInput(
            "POST", "/", [("Content-Type", Form)], Encoding.UTF8.GetBytes(random.Next(4) == 0 ? Mutation.Damage(random, text) : text));
    }

    private static (string Name, string Value) Field(Random random)
    {
        var name = Mutation.Name(random) + random.Next(8) switch
        {
            0 => ".1",
            1 => ".1.Name",
            2 => ".member.1",
            3 => ".1.Value.BinaryValue",
            4 => ".99999999999",
            5 => "..",
            _ => "",
        };
        return (name, Mutation.Value(random).Trim('"'));
    }

    private static (string Name, string Value) Header(Random random, IReadOnlyList<string> targets)
    {
        var name = HeaderNames[random.Next(HeaderNames.Length)];
        var value = random.Next(4) switch
        {
            0 => Mutation.Damage(random, "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host;x-amz-date, Signature=0"),
            1 => targets[random.Next(targets.Count)],
            2 => random.Next(2) == 0 ? Form : "multipart/form-data; boundary=x",
            _ => Mutation.Damage(random, "application/x-amz-json-1.0"),
        };
        return (name, value);
    }

    private static string PatternCall(Random random)
    {
        var pattern = Mutation.Damage(random, Patterns[random.Next(Patterns.Length)]);
        var schedule = random.Next(3) == 0 ? Mutation.Damage(random, Schedules[random.Next(Schedules.Length)]) : null;
        return System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string?>
        {
            ["Name"] = "r",
            ["EventPattern"] = pattern,
            ["ScheduleExpression"] = schedule,
            ["Event"] = random.Next(2) == 0 ? Mutation.Damage(random, Patterns[0]) : """{"source":"a","account":"1","time":"2026-01-01T00:00:00Z","region":"r","id":"1","resources":[],"detail-type":"t","detail":{}}""",
        });
    }

    private static byte[] Noise(Random random)
    {
        var noise = new byte[random.Next(400)];
        random.NextBytes(noise);
        return noise;
    }
}
