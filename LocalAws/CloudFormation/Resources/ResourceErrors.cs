using LocalAws.Protocol;

namespace LocalAws.CloudFormation.Resources;

/// <summary>Why resources fail.</summary>
internal static class ResourceErrors
{
    public static AwsException Exists(string type, string id) =>
        new("AlreadyExists", $"Resource of type '{type}' with identifier '{id}' already exists.");

    /// <summary>The reason in a stack's events.</summary>
    public static string Reason(AwsException failure) => $"Resource handler returned message: \"{failure.Message}\" (HandlerErrorCode: {failure.Code})";

    /// <summary>Does what may find its object gone.</summary>
    public static void IgnoreMissing(Action delete)
    {
        try
        {
            delete();
        }
        catch (AwsException gone) when (gone.Code is "ResourceNotFoundException" or "QueueDoesNotExist" or "ParameterNotFound")
        {
            // Someone was faster; what should be gone is gone.
        }
    }
}
