using System.Reflection;
using System.Text.RegularExpressions;
using Outreach.Content.Dialogs.Expressions;

namespace Outreach.Content.Tests.Expressions;

public partial class ExpressionArchitectureTests
{
    [Fact]
    public void Nothing_in_the_folder_names_a_clock_a_task_a_file_a_logger_or_a_compiler()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(Repository.Root, "content", "Dialogs", "Expressions"), "*.cs"))
        {
            var found = Forbidden().Match(File.ReadAllText(file));
            Assert.False(found.Success, $"{Path.GetFileName(file)} names {found.Value}");
        }
    }

    [Fact]
    public void Every_kind_of_value_is_sealed()
    {
        var kinds = typeof(Value).GetNestedTypes(BindingFlags.Public);
        Assert.Equal(5, kinds.Length);
        Assert.All(kinds, kind => Assert.True(kind.IsSealed && kind.IsSubclassOf(typeof(Value))));
    }

    [GeneratedRegex(@"DateTime\.(Utc)?Now|DateTimeOffset|SystemClock|TimeProvider|\bTask\b|\basync\b|\bFile\.|ILogger|Guid\.NewGuid|new Random|Random\.Shared|Linq\.Expressions|CurrentCulture|\.Compile\(")]
    private static partial Regex Forbidden();
}
