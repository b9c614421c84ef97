using System.CommandLine;
using Outreach.Tui.Commands;

var root = new RootCommand("Outreach in a terminal: the kiosk for people, the desk for staff, and commands for content and operation.")
{
    KioskCommand.Build(),
    DeskCommand.Build(),
    StaffCommand.Build(),
    ContentCommand.Build(),
    GoLiveCommand.Build(),
    DialogsCommand.Build(),
    DirectoryCommand.Build(),
    EvalCommand.Build(),
    UrgentCommand.Build(),
    SearchCommand.Build(),
    TranslateCommand.Build(),
};
// The faces own the terminal and the signals: no exception handler and no termination timeout of the library.
return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
