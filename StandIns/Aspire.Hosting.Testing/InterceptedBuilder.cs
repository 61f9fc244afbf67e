namespace Aspire.Hosting.Testing;

/// <summary>The builder of an app host's entry point.</summary>
internal sealed class InterceptedBuilder(EntryPointRun run, DistributedApplicationBuilder inner) : TestingBuilder(inner)
{
    public override async Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default) =>
        Application = await run.BuildAsync(cancellationToken);

    protected override void Abandon() => run.Abandon();
}
