namespace Aspire.Hosting.ApplicationModel;

/// <summary>Which addresses an endpoint listens on.</summary>
public enum EndpointBindingMode
{
    /// <summary>One address.</summary>
    SingleAddress = 0,

    /// <summary>Every IPv4 address.</summary>
    IPv4AnyAddresses = 1,

    /// <summary>Every IPv6 address.</summary>
    IPv6AnyAddresses = 2,

    /// <summary>Every IPv4 and IPv6 address.</summary>
    DualStackAnyAddresses = 3,
}
