using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Benchmarks.Sqs;

/// <summary><c>floor</c>: a server that reads a request and answers always the same, which is what HTTP itself costs here.</summary>
internal static class FloorCommand
{
    public const string Name = "floor";

    private static readonly byte[] Answer =
        """{"MessageId":"00000000-0000-4000-8000-000000000000","MD5OfMessageBody":"00000000000000000000000000000000"}"""u8.ToArray();

    public static Command Create()
    {
        var port = new Argument<int>("port") { Description = "Where to listen on the loopback" };
        var command = new Command(Name, "Serves an answer that never changes; 'sqs' starts it.") { port };
        command.SetAction((result, cancellationToken) => ServeAsync(result.GetRequiredValue(port), cancellationToken));
        return command;
    }

    private static async Task ServeAsync(int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}").UseSockets(static sockets => sockets.UnsafePreferInlineScheduling = true);
        await using var app = builder.Build();
        app.Run(static async context =>
        {
            var body = context.Request.BodyReader;
            while (await body.ReadAsync() is var read)
            {
                body.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    break;
                }
            }

            context.Response.ContentType = "application/x-amz-json-1.0";
            context.Response.ContentLength = Answer.Length;
            await context.Response.BodyWriter.WriteAsync(Answer);
        });
        await app.StartAsync(cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
    }
}
