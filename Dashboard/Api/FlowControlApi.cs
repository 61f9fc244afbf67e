using Amazon.Runtime;
using Dashboard.Cloud;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dashboard.Api;

/// <summary><c>/api/flow-control</c>: the stack's switch, through CloudFormation.</summary>
internal static class FlowControlApi
{
    private const string Path = "/flow-control";

    /// <summary>Maps it.</summary>
    public static void MapFlowControlApi(this RouteGroupBuilder api)
    {
        api.MapGet(Path, ReadAsync);
        // The body binds from application/json only: no form and no simple request of another site's page has that type.
        api.MapPut(Path, TurnAsync).WithMetadata(new ExpectedBody("{\"enabled\": true or false}"));
    }

    private static Task<Results<Ok<FlowControlState>, Accepted<FlowControlState>, ProblemHttpResult>> ReadAsync(
        IServiceProvider services, CancellationToken cancellationToken) =>
        AskAsync(services, async flowSwitch => TypedResults.Ok(await flowSwitch.ReadAsync(cancellationToken)));

    private static async Task<Results<Ok<FlowControlState>, Accepted<FlowControlState>, ProblemHttpResult>> TurnAsync(
        FlowControlRequest request, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (request.Enabled is not { } enabled)
        {
            return Problems.BadRequest("enabled: must be true or false.");
        }

        return await AskAsync(services, async flowSwitch =>
        {
            var state = await flowSwitch.TurnAsync(enabled, cancellationToken);
            return state.Settled ? TypedResults.Ok(state) : TypedResults.Accepted($"/api{Path}", state);
        });
    }

    private static async Task<Results<Ok<FlowControlState>, Accepted<FlowControlState>, ProblemHttpResult>> AskAsync(
        IServiceProvider services, Func<FlowSwitch, Task<Results<Ok<FlowControlState>, Accepted<FlowControlState>, ProblemHttpResult>>> ask)
    {
        if (services.GetService<FlowSwitch>() is not { } flowSwitch)
        {
            return Problems.Unavailable("This dashboard was started without a cloud: neither LocalStack:UseLocalStack nor AWS:Region is set.");
        }

        try
        {
            return await ask(flowSwitch);
        }
        catch (FlowSwitchBusyException busy)
        {
            return Problems.Conflict(busy.Message);
        }
        catch (AmazonServiceException refused)
        {
            return Problems.BadGateway(string.IsNullOrEmpty(refused.ErrorCode) ? "Unknown" : refused.ErrorCode, refused.Message);
        }
        catch (Exception unreachable) when (unreachable is AmazonClientException or HttpRequestException)
        {
            return Problems.BadGateway("Unreachable", $"CloudFormation cannot be reached: {unreachable.Message}");
        }
        catch (TimeoutException late)
        {
            return Problems.BadGateway("Timeout", late.Message);
        }
    }
}
