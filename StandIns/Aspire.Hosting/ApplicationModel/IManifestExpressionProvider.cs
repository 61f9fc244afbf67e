namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that has a placeholder in the manifest.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The placeholder, such as <c>{slow-api.bindings.http.url}</c>.</summary>
    string ValueExpression { get; }
}
