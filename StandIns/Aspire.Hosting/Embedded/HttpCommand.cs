using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting.Embedded;

/// <summary>Sends the request of a command and judges the answer.</summary>
internal sealed class HttpCommand(Func<EndpointReference> endpoint, string path, HttpCommandOptions options)
{
    /// <summary>The method of the request.</summary>
    internal HttpMethod Method { get; } = options.Method ?? HttpMethod.Post;

    /// <summary>Sends the request.</summary>
    internal async Task<ExecuteCommandResult> ExecuteAsync(ExecuteCommandContext context)
    {
        var target = endpoint();
        using var client = context.ServiceProvider.GetRequiredService<IHttpClientFactory>().CreateClient(options.HttpClientName ?? "");
        using var request = new HttpRequestMessage(Method, new Uri(new Uri(target.Url), path));
        if (options.PrepareRequest is { } prepare)
        {
            await prepare(new HttpCommandRequestContext
            {
                ServiceProvider = context.ServiceProvider,
                ResourceName = context.ResourceName,
                Endpoint = target,
                CancellationToken = context.CancellationToken,
                HttpClient = client,
                Request = request,
            });
        }

        using var response = await client.SendAsync(request, context.CancellationToken);
        if (options.GetCommandResult is { } judge)
        {
            return await judge(new HttpCommandResultContext
            {
                ServiceProvider = context.ServiceProvider,
                ResourceName = context.ResourceName,
                Endpoint = target,
                CancellationToken = context.CancellationToken,
                HttpClient = client,
                Response = response,
            });
        }

        return response.IsSuccessStatusCode
            ? CommandResults.Success()
            : CommandResults.Failure(string.Create(CultureInfo.InvariantCulture, $"{request.RequestUri} answered {(int)response.StatusCode}."));
    }
}
