namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource starts only when it is told to.</summary>
public sealed class ExplicitStartupAnnotation : IResourceAnnotation;
