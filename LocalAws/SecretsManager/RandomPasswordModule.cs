using LocalAws.Protocol;

namespace LocalAws.SecretsManager;

/// <summary>The operation of Secrets Manager that needs no secret.</summary>
internal sealed class RandomPasswordModule : IOperationModule
{
    public void Map(OperationTable table)
    {
        var json = SecretsManagerJson.Default;
        table.MapJson(
            "secretsmanager.GetRandomPassword", () => json.RandomPasswordRequest, () => json.RandomPasswordResponse, static (request, _, _) =>
            ValueTask.FromResult(new RandomPasswordResponse(RandomPassword.Of(request))));
    }
}
