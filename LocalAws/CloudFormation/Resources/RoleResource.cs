using System.Security.Cryptography;
using static LocalAws.CloudFormation.Resources.PropertyKind;

namespace LocalAws.CloudFormation.Resources;

/// <summary><c>AWS::IAM::Role</c>: taken as it is. There are no permissions here.</summary>
internal sealed class RoleResource() : ResourceType(
    TypeName,
    ["Arn", "RoleId"],
    [
        ("RoleName", Identity), ("AssumeRolePolicyDocument", Required), ("Policies", Optional), ("ManagedPolicyArns", Optional), ("Path", Identity),
        ("Description", Optional), ("MaxSessionDuration", Optional), ("PermissionsBoundary", Optional), ("Tags", Optional),
    ])
{
    /// <summary>Templates with this type need the caller's acknowledgement.</summary>
    public const string TypeName = "AWS::IAM::Role";

    private const string IdLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int IdLength = 17;

    public override string NameProperty => "RoleName";

    public override ResourceInstance Create(ResourceContext context, ResourceProperties properties)
    {
        var name = properties.Text("RoleName") ?? context.GenerateName();
        return ResourceInstance.Of(
            name,
            ("Arn", $"arn:aws:iam::{context.Scope.Account}:role{properties.Text("Path") ?? "/"}{name}"),
            ("RoleId", $"AROA{RandomNumberGenerator.GetString(IdLetters, IdLength)}"));
    }

    public override ResourceInstance Update(ResourceContext context, ResourceInstance existing, ResourceProperties properties) => existing;

    public override void Delete(ResourceContext context, ResourceInstance existing)
    {
        // There is nothing but the stack's own memory of it.
    }
}
