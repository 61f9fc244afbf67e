namespace Aspire.Hosting.Testing;

/// <summary>The builder of an application that the test itself describes.</summary>
internal sealed class OwnBuilder(DistributedApplicationBuilder inner) : TestingBuilder(inner)
{
    private readonly DistributedApplicationBuilder _inner = inner;

    public override Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult(Application ??= _inner.Build());
}
