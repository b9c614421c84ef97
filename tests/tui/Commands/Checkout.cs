using System.CommandLine;
using Outreach.Tests.Support;
using Outreach.Tui.Commands;

namespace Outreach.Tui.Tests.Commands;

/// <summary>A copy of the dialogs, lists, rules and catalogs of this repository that a test may change, and commands run on it.</summary>
internal sealed class Checkout : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public Checkout()
    {
        foreach (var part in (string[])["content/book", "localization/catalogs", "referrals/rules"])
            Folders.Copy(Repository.At(part), At(part));
    }

    public string At(string name) => Path.Combine(_folder.Path, name);

    public void Replace(string name, string old, string now)
    {
        var text = File.ReadAllText(At(name));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(At(name), text.Replace(old, now));
    }

    /// <summary>Runs a command; what it printed has the folder of the checkout cut off.</summary>
    public (int Exit, string Said, string Wrong) Run(params string[] arguments)
    {
        using var said = new StringWriter();
        using var wrong = new StringWriter();
        var root = new RootCommand { ContentCommand.Build(), GoLiveCommand.Build(), DialogsCommand.Build(), EvalCommand.Build(), UrgentCommand.Build(), SearchCommand.Build(), TranslateCommand.Build() };
        var exit = root.Parse(arguments).Invoke(new InvocationConfiguration { Output = said, Error = wrong, EnableDefaultExceptionHandler = false });
        return (exit, said.ToString().Replace(_folder.Path + "/", ""), wrong.ToString().Replace(_folder.Path + "/", ""));
    }

    public void Dispose() => _folder.Dispose();
}
