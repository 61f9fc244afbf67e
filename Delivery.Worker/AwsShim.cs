namespace ServiceDefaults.Aws;
internal static class Shim { public static void AddAwsClient<T>(this WebApplicationBuilder b) where T : class, Amazon.Runtime.IAmazonService { } }
