using System.Globalization;
using System.Text.Json.Nodes;

namespace LocalAws.Tests.Crash;

/// <summary>
/// LocalAws under load, killed at random moments, and started again on its data: what it acknowledged must be there, and
/// what it handed out must not come again before its time.
/// </summary>
internal sealed class CrashRun(string directory, int kills, int seed)
{
    private const int Senders = 3;
    private const int Receivers = 2;
    private const string Queue = "/000000000000/crash";

    /// <summary>Hides a message for longer than a run takes between two of its kills, and short enough to see some again.</summary>
    private static readonly TimeSpan Visibility = TimeSpan.FromSeconds(20);

    /// <summary>How long the count waits for the next message: more than the visibility time-out takes on the fast clock.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Small: so that many kills meet a compaction.
    private static readonly string[] Options = ["--LocalAws:CompactAfterBytes=262144"];

    private readonly Random _random = new(seed);
    private long _numbers;

    public Ledger Ledger { get; } = new();

    /// <summary>What is not as it was acknowledged, a line each; none: all is.</summary>
    public List<string> Faults { get; } = [];

    public async Task RunAsync()
    {
        for (var kill = 0; kill < kills; kill++)
        {
            using var process = await StartAsync();
            await process.CallAsync("AmazonSQS.CreateQueue", new JsonObject { ["QueueName"] = "crash" });
            await CheckAsync(process, kill);
            using var stop = new CancellationTokenSource();
            var load = Load(process, stop.Token);
            await FirstAnswerAsync(load);
            await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(600)), TimeProvider.System);
            await process.KillAsync();
            await stop.CancelAsync();
            await Task.WhenAll(load);
        }

        await CountAsync();
    }

    /// <summary>A process that just began takes a while for its first answers; there would be nothing to lose.</summary>
    private async Task FirstAnswerAsync(Task[] load)
    {
        var sent = Ledger.Sent;
        while (Ledger.Sent == sent && !load.All(static part => part.IsCompleted))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private Task<LocalAwsProcess> StartAsync(params IEnumerable<string> more) =>
        LocalAwsProcess.StartAsync([$"--data={directory}", .. Options, .. more]);

    private Task[] Load(LocalAwsProcess process, CancellationToken stop) =>
    [
        .. Enumerable.Range(0, Senders).Select(_ => RepeatAsync(() => SendAsync(process), stop)),
        .. Enumerable.Range(0, Receivers).Select(_ => RepeatAsync(() => ReceiveAsync(process), stop)),
        RepeatAsync(() => PutParameterAsync(process), stop),
        RepeatAsync(() => PutRuleAsync(process), stop),
        RepeatAsync(() => CreateStackAsync(process), stop),
    ];

    /// <summary>Until the process is gone.</summary>
    private static async Task RepeatAsync(Func<Task> step, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await step();
            }
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or OperationCanceledException)
        {
            // Killed: nobody knows what became of this call.
        }
    }

    private string NextNumber() => Interlocked.Increment(ref _numbers).ToString("D8", CultureInfo.InvariantCulture);

    private async Task SendAsync(LocalAwsProcess process)
    {
        var body = NextNumber();
        Ledger.Sending(body);
        var (status, answer) = await process.CallAsync("AmazonSQS.SendMessage", new JsonObject { ["QueueUrl"] = Queue, ["MessageBody"] = body });
        if (Expect("SendMessage", status, answer))
        {
            Ledger.Acknowledged(body);
        }
    }

    private async Task ReceiveAsync(LocalAwsProcess process)
    {
        foreach (var (body, handle) in await ReceiveAsync(process, Visibility))
        {
            if (body[^1] % 3 == 0)
            {
                Ledger.Deleting(body);
                var (status, answer) = await process.CallAsync(
                    "AmazonSQS.DeleteMessage", new JsonObject { ["QueueUrl"] = Queue, ["ReceiptHandle"] = handle });
                if (Expect("DeleteMessage", status, answer))
                {
                    Ledger.Removed(body);
                }
            }
        }
    }

    private async Task<IReadOnlyList<(string Body, string Handle)>> ReceiveAsync(LocalAwsProcess process, TimeSpan visibility)
    {
        var asked = TimeProvider.System.GetUtcNow();
        var (status, answer) = await process.CallAsync("AmazonSQS.ReceiveMessage", new JsonObject
        {
            ["QueueUrl"] = Queue,
            ["MaxNumberOfMessages"] = 10,
            ["VisibilityTimeout"] = (int)visibility.TotalSeconds,
            ["WaitTimeSeconds"] = 0,
        });
        var answered = TimeProvider.System.GetUtcNow();
        if (!Expect("ReceiveMessage", status, answer) || answer["Messages"] is not JsonArray messages)
        {
            return [];
        }

        var received = messages.Select(static message => ((string)message!["Body"]!, (string)message["ReceiptHandle"]!)).ToList();
        foreach (var (body, _) in received)
        {
            Ledger.Received(body, asked, answered, visibility);
        }

        return received;
    }

    private async Task PutParameterAsync(LocalAwsProcess process)
    {
        var value = Interlocked.Increment(ref _numbers);
        var name = $"/crash/{value % 7}";
        var (status, answer) = await process.CallAsync("AmazonSSM.PutParameter", new JsonObject
        {
            ["Name"] = name,
            ["Value"] = value.ToString(CultureInfo.InvariantCulture),
            ["Type"] = "String",
            ["Overwrite"] = true,
        });
        if (Expect("PutParameter", status, answer))
        {
            Ledger.Parameters[name] = value;
        }
    }

    private async Task PutRuleAsync(LocalAwsProcess process)
    {
        // Some new ones, and changes to them: an account has 300 at most.
        var name = $"rule-{Interlocked.Increment(ref _numbers) % 200}";
        var (status, answer) = await process.CallAsync("AWSEvents.PutRule", new JsonObject
        {
            ["Name"] = name,
            ["EventPattern"] = """{"source":["crash"]}""",
        });
        if (Expect("PutRule", status, answer))
        {
            Ledger.Rules.Add(name);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
    }

    private async Task CreateStackAsync(LocalAwsProcess process)
    {
        var name = $"stack-{NextNumber()}";
        var (status, answer) = await process.QueryAsync(
            ("Action", "CreateStack"),
            ("Version", "2010-05-15"),
            ("StackName", name),
            ("TemplateBody", TemplateOf(name)));
        if (status == 200)
        {
            Ledger.Stacks.Add(name);
        }
        else
        {
            Fault($"CreateStack: {status} {answer}");
        }

        await Task.Delay(TimeSpan.FromMilliseconds(60), TimeProvider.System);
    }

    private static string TemplateOf(string name) => new JsonObject
    {
        ["Resources"] = new JsonObject
        {
            ["P"] = new JsonObject
            {
                ["Type"] = "AWS::SSM::Parameter",
                ["Properties"] = new JsonObject { ["Name"] = $"/{name}", ["Type"] = "String", ["Value"] = "v" },
            },
        },
    }.ToJsonString();

    /// <summary>Parameters, rules and stacks are all there.</summary>
    private async Task CheckAsync(LocalAwsProcess process, int kill)
    {
        foreach (var (name, value) in Ledger.Parameters)
        {
            var (status, answer) = await process.CallAsync("AmazonSSM.GetParameter", new JsonObject { ["Name"] = name });
            if (status != 200 || long.Parse((string)answer["Parameter"]!["Value"]!, CultureInfo.InvariantCulture) < value)
            {
                Fault($"After kill {kill} parameter {name} is not {value} or later: {answer}");
            }
        }

        var rules = new HashSet<string>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var (_, answer) = await process.CallAsync("AWSEvents.ListRules", next is null ? [] : new JsonObject { ["NextToken"] = next });
            rules.UnionWith(answer["Rules"]!.AsArray().Select(static rule => (string)rule!["Name"]!));
            next = (string?)answer["NextToken"];
        }
        while (next is not null);
        foreach (var rule in Ledger.Rules.Distinct().Where(rule => !rules.Contains(rule)))
        {
            Fault($"After kill {kill} there is no rule {rule}.");
        }

        // The latest ones each time, and all of them in the end.
        foreach (var stack in kill == kills ? Ledger.Stacks : Ledger.Stacks.Take(10))
        {
            var (status, answer) = await process.QueryAsync(("Action", "DescribeStacks"), ("Version", "2010-05-15"), ("StackName", stack));
            if (status != 200)
            {
                Fault($"After kill {kill} there is no stack {stack}: {answer}");
            }
        }
    }

    /// <summary>Starts once more, on a fast clock, so that all hidden messages show, and takes everything out.</summary>
    private async Task CountAsync()
    {
        using var process = await StartAsync("--Clock:Speed=100");
        await CheckAsync(process, kills);
        Ledger.BeginCount();
        var last = TimeProvider.System.GetTimestamp();
        while (Ledger.Missing.Count > 0 && TimeProvider.System.GetElapsedTime(last) < Patience)
        {
            if (await TakeAsync(process))
            {
                last = TimeProvider.System.GetTimestamp();
            }
        }

        foreach (var body in Ledger.Missing)
        {
            Fault($"Message {body} was acknowledged and is lost.");
        }
    }

    /// <summary>Takes out what can be seen, and deletes it: so each message comes once, and no limit of messages in flight stops the count.</summary>
    /// <returns>Whether there was any.</returns>
    private async Task<bool> TakeAsync(LocalAwsProcess process)
    {
        var (_, answer) = await process.CallAsync("AmazonSQS.ReceiveMessage", new JsonObject
        {
            ["QueueUrl"] = Queue,
            ["MaxNumberOfMessages"] = 10,
            ["VisibilityTimeout"] = 43_200,
            ["WaitTimeSeconds"] = 1,
        });
        if (answer["Messages"] is not JsonArray { Count: > 0 } messages)
        {
            return false;
        }

        foreach (var message in messages)
        {
            Ledger.Counted((string)message!["Body"]!);
        }

        var entries = messages.Select(static (message, index) => (JsonNode)new JsonObject
        {
            ["Id"] = index.ToString(CultureInfo.InvariantCulture),
            ["ReceiptHandle"] = (string)message!["ReceiptHandle"]!,
        });
        var (status, deleted) = await process.CallAsync(
            "AmazonSQS.DeleteMessageBatch", new JsonObject { ["QueueUrl"] = Queue, ["Entries"] = new JsonArray([.. entries]) });
        if (Expect("DeleteMessageBatch", status, deleted))
        {
            foreach (var message in messages)
            {
                Ledger.Removed((string)message!["Body"]!);
            }
        }

        return true;
    }

    private bool Expect(string operation, int status, JsonNode answer)
    {
        if (status != 200)
        {
            Fault($"{operation}: {status} {answer.ToJsonString()}");
        }

        return status == 200;
    }

    private void Fault(string fault)
    {
        lock (Faults)
        {
            Faults.Add(fault);
        }
    }
}
