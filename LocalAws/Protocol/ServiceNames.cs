namespace LocalAws.Protocol;

/// <summary>The names that LocalStack and the AWS command line have for services.</summary>
internal static class ServiceNames
{
    /// <summary>The service of an <c>X-Amz-Target</c>.</summary>
    public static string OfTarget(string target) => target.Split('.')[0] switch
    {
        "AmazonSQS" => "sqs",
        "AmazonSSM" => "ssm",
        "AWSEvents" => "events",
        "Logs_20140328" => "logs",
        var other => other,
    };

    /// <summary>The service of a Query API's version.</summary>
    public static string OfVersion(string version) => version switch
    {
        QueryNamespaces.CloudFormation => "cloudformation",
        QueryNamespaces.Sqs => "sqs",
        QueryNamespaces.Sts => "sts",
        _ => version,
    };
}
