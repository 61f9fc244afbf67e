namespace LocalAws.Protocol;

/// <summary>Calls of services of AWS that are not here: told so in the shape that their clients read, by name, and with what is here.</summary>
internal sealed class AbsentServices(OperationTable operations)
{
    private readonly HashSet<string> _present = operations.Services.ToHashSet(StringComparer.Ordinal);
    private readonly string _list = ListOf([.. operations.Services]);

    /// <summary>The refusal of a call that belongs to another service; null: the call may be for one that is here.</summary>
    /// <param name="request">Whose signature, or whose operation, tells the service.</param>
    /// <param name="requestId">The call's id.</param>
    public WireAnswer? Refuse(HttpRequest request, string requestId)
    {
        var target = request.Headers["X-Amz-Target"].ToString();
        if (ServiceOf(request, target) is not { Length: > 0 } service || _present.Contains(service))
        {
            return null;
        }

        var message = $"LocalAws has no service {service}; it has {_list}.";
        return AbsentWire.Of(service, request, target).Refuse(message, requestId);
    }

    /// <summary>A signature names the service; an operation in AWS JSON names it, too, in a way of its own.</summary>
    private string? ServiceOf(HttpRequest request, string target)
    {
        var signed = CredentialScope.Service(request.Headers.Authorization.ToString())
            ?? CredentialScope.Service($"Credential={request.Query["X-Amz-Credential"]}");
        if (target.Length == 0 || operations.FindJson(target) is not null)
        {
            // An operation that is here is answered, whatever its caller signed for.
            return target.Length == 0 ? signed : null;
        }

        var service = ServiceNames.OfTarget(target);
        return _present.Contains(service) ? null : signed ?? service;
    }

    private static string ListOf(string[] names) => $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
