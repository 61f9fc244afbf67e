using LocalAws.Protocol;

namespace LocalAws.EventBridge.Archives;

/// <summary>What names an archive.</summary>
internal readonly record struct ArchiveKey(AwsScope Scope, string Name);
