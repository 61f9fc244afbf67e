using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Embedded;

/// <summary>A resource is told where endpoints of another are: in the form of service discovery, and as plain variables.</summary>
internal sealed class ServiceReference : IResourceAnnotation
{
    private readonly HashSet<string> _endpointNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly IResourceWithEndpoints _target;
    private readonly string _name;
    private bool _all;

    private ServiceReference(IResourceWithEndpoints target, string name)
    {
        _target = target;
        _name = name;
    }

    /// <summary>The reference from one resource to another under a name; several calls share it, so that indexes run on.</summary>
    internal static ServiceReference Of<T>(IResourceBuilder<T> builder, IResourceWithEndpoints target, string name)
        where T : IResourceWithEnvironment
    {
        var known = builder.Resource.Annotations.OfType<ServiceReference>()
            .FirstOrDefault(reference => ReferenceEquals(reference._target, target) && reference._name == name);
        if (known is null)
        {
            known = new ServiceReference(target, name);
            builder.WithAnnotation(known)
                .WithReferenceRelationship(target)
                .WithAnnotation(new EnvironmentCallbackAnnotation(known.Apply));
        }

        return known;
    }

    internal void IncludeAll() => _all = true;

    internal void Include(string endpointName) => _endpointNames.Add(endpointName);

    private void Apply(EnvironmentCallbackContext context)
    {
        var variables = context.EnvironmentVariables;
        Dictionary<string, int> next = new(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in _target.GetEndpoints().Where(endpoint => _all || _endpointNames.Contains(endpoint.EndpointName)))
        {
            variables[Key(endpoint.Scheme)] = endpoint;
            variables[$"{ResourceNames.ForEnvironment(_name)}_{ResourceNames.ForEnvironment(endpoint.EndpointName)}"] = endpoint;

            // No proxy stands before replicas: whoever discovers the service gets all of them to choose from.
            foreach (var port in endpoint.EndpointAnnotation.ReplicaPorts.Skip(1))
            {
                variables[Key(endpoint.Scheme)] = string.Create(CultureInfo.InvariantCulture, $"{endpoint.Scheme}://{endpoint.Host}:{port}");
            }
        }

        string Key(string scheme)
        {
            var index = next.GetValueOrDefault(scheme);
            next[scheme] = index + 1;
            return string.Create(CultureInfo.InvariantCulture, $"services__{_name}__{scheme}__{index}");
        }
    }
}
