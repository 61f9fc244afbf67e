using Aspire.Hosting.Embedded;

namespace Aspire.Hosting.Tests.Support;

/// <summary>A port that nobody has, and that is claimed by nobody any more.</summary>
internal static class FreePort
{
    public static int Take()
    {
        using var ports = new Ports();
        return ports.TakeFree();
    }
}
