using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using LocalAws.Protocol;
using LocalAws.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace LocalAws.Tests.Fuzz;

/// <summary>
/// Whatever comes in: no answer says that something broke here, nothing piles up, and the next caller is served.
/// <c>LOCALAWS_FUZZ=100000</c> in the environment for as many inputs as a release gets; <c>LOCALAWS_SEED</c> for others.
/// </summary>
public sealed class FuzzTests(LocalAwsServer server, ITestOutputHelper output) : IClassFixture<LocalAwsServer>
{
    private const int FewInputs = 3_000;
    private const int Block = 1_000;
    private const int MostGrowth = 64 * 1024 * 1024;

    private readonly ConcurrentBag<string> _faults = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MalformedInput_OfAnyKind_IsTheSendersFault()
    {
        var inputs = Setting("LOCALAWS_FUZZ", FewInputs);
        var seed = Setting("LOCALAWS_SEED", 1);
        var targets = server.Services.GetRequiredService<OperationTable>().Targets.Order(StringComparer.Ordinal).ToList();
        var template = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "infra", "template.yaml"), Cancellation);
        var statuses = new SortedDictionary<int, int>();
        var started = Stopwatch.GetTimestamp();
        await SendBlockAsync(0);
        var before = await RestAsync();

        for (var first = Block; first < inputs; first += Block)
        {
            await SendBlockAsync(first);
        }

        var growth = await RestAsync() - before;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{inputs} inputs in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s: {string.Join(", ", statuses.Select(static pair => $"{pair.Value} × {pair.Key}"))}; {growth / 1024.0 / 1024.0:F1} MiB grown"));
        _faults.ShouldBeEmpty();
        growth.ShouldBeLessThan(MostGrowth);
        (await server.JsonAsync("AmazonSQS.ListQueues", "{}")).Status.ShouldBe(200);

        async Task SendBlockAsync(int first)
        {
            await Parallel.ForAsync(first, first + Block, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (number, _) =>
            {
                var input = FuzzInput.Of(new Random((seed * 1_000_003) ^ number), targets, template);
                var status = await SendAsync(input);
                lock (statuses)
                {
                    statuses[status] = statuses.GetValueOrDefault(status) + 1;
                }
            });
            using var reset = await server.Http.PostAsync(new Uri("/_localaws/reset", UriKind.Relative), null, Cancellation);
            reset.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }
    }

    /// <summary>The managed memory in use, nothing being under way.</summary>
    private static async Task<long> RestAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancellation);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private async Task<int> SendAsync(FuzzInput input)
    {
        using var request = new HttpRequestMessage(new HttpMethod(input.Method), Target(input.Path)) { Content = new ByteArrayContent(input.Body) };
        foreach (var (name, value) in input.Headers)
        {
            // What no client library would send as a header is for the raw connections of other tests.
            var sent = new string([.. value.Where(static letter => letter is >= ' ' and <= '~')]);
            if (!request.Headers.TryAddWithoutValidation(name, sent))
            {
                request.Content.Headers.TryAddWithoutValidation(name, sent);
            }
        }

        using var response = await server.Http.SendAsync(request, Cancellation);
        var answer = await response.Content.ReadAsStringAsync(Cancellation);
        if ((int)response.StatusCode >= 500 || answer.Contains("   at LocalAws.", StringComparison.Ordinal))
        {
            _faults.Add($"{answer}\n{input}");
        }

        return (int)response.StatusCode;
    }

    private Uri Target(string path)
    {
        var text = $"{server.Address.ToString().TrimEnd('/')}/{path.TrimStart('/')}";
        return Uri.TryCreate(text, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }, out var target)
            && target.Host == server.Address.Host && target.Port == server.Address.Port
            && target.PathAndQuery.All(static letter => letter is > ' ' and <= '~')
                ? target
                : server.Address;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
