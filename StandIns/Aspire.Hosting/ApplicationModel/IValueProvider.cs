namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known only once the application runs.</summary>
public interface IValueProvider
{
    /// <summary>The value, as soon as it is known.</summary>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);

    /// <summary>The value as one particular resource sees it.</summary>
    ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) =>
        GetValueAsync(cancellationToken);
}
