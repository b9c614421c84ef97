using Outreach.Bot;

try
{
    await using var bot = Bot.Create(args);
    await Bot.Run(bot);
    return 0;
}
catch (CannotStartException why)
{
    await Console.Error.WriteLineAsync(why.Message);
    return 1;
}
catch (Exception why) when (why is IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"A file or folder that the start needs cannot be used: {why.Message} See that the disk has room and that this account may read and write there, then start again.");
    return 1;
}
