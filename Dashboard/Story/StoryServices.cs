namespace Dashboard.Story;

/// <summary>Stories of orders, put together.</summary>
internal static class StoryServices
{
    /// <summary>Adds what tells them.</summary>
    public static IServiceCollection AddStory(this IServiceCollection services) =>
        services.AddSingleton<StoryTeller>();
}
