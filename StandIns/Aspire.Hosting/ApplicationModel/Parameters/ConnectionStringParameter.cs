namespace Aspire.Hosting.ApplicationModel;

/// <summary>A connection string that is given from outside: configuration key <c>ConnectionStrings:name</c>.</summary>
internal sealed class ConnectionStringParameter(string name, Func<string> find, string? variable)
    : ParameterResource(name, _ => find(), secret: true), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{this}");

    public string? ConnectionStringEnvironmentVariable => variable;

    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) => GetValueAsync(cancellationToken);

    string IManifestExpressionProvider.ValueExpression => $"{{{Name}.connectionString}}";

    ValueTask<string?> IValueProvider.GetValueAsync(CancellationToken cancellationToken) => GetValueAsync(cancellationToken);
}
