//! What a browser sends back of a page that nobody touched.

/// The inputs of the form that goes to `action`, as a browser without JavaScript would send them.
pub(crate) fn sent(html: &str, action: &str) -> Vec<(String, String)> {
    let opening = format!("action=\"{action}\">");
    let (_, form) = html.split_once(&opening).unwrap();
    let form = form.split("</form>").next().unwrap();
    let mut inputs = Vec::new();
    let mut rest = form;
    while let Some((_, tag)) = rest.split_once('<') {
        let (inside, after) = tag.split_once('>').unwrap();
        rest = after;
        let name = || attribute(inside, "name").unwrap();
        if inside.starts_with("textarea") {
            let typed = after.split("</textarea>").next().unwrap();
            // The parser drops one line break.
            let typed = typed.strip_prefix('\n').unwrap_or(typed);
            inputs.push((name(), read(typed).replace('\n', "\r\n")));
        } else if inside.starts_with("select") {
            let options = after.split("</select>").next().unwrap();
            let chosen = options.split("<option").skip(1).find_map(|option| {
                let tag = option.split('>').next().unwrap();
                tag.ends_with(" selected")
                    .then(|| attribute(tag, "value").unwrap())
            });
            inputs.push((name(), chosen.unwrap_or_default()));
        } else if inside.starts_with("input") {
            let value = attribute(inside, "value").unwrap_or_default();
            match attribute(inside, "type").as_deref() {
                Some("radio" | "checkbox") if !inside.ends_with(" checked") => {}
                Some("radio" | "checkbox") => inputs.push((name(), value)),
                // Browsers send line breaks in one way.
                Some("hidden") => inputs.push((name(), value.replace('\n', "\r\n"))),
                _ => inputs.push((name(), value.replace('\n', ""))),
            }
        }
    }
    inputs
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let opening = format!(" {name}=\"");
    let (_, rest) = tag.split_once(&opening)?;
    Some(read(rest.split('"').next()?))
}

fn read(html: &str) -> String {
    html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}
