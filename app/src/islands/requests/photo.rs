//! Photos, made small before they are sent: nothing of a picture is left but what one sees, upright.

use crate::islands::browser::all_in;
use crate::request::names;
use js_sys::{Function, Promise};
use leptos::prelude::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, File, FormData, HtmlCanvasElement, HtmlFormElement,
    HtmlInputElement, ImageBitmap,
};

/// Pixels of the longer side: words on a notice can still be read.
const MOST_PIXELS: u32 = 1600;
const KIND: &str = "image/jpeg";
const QUALITY: f64 = 0.8;
/// A photo's own name may say whose it is.
const FILE_NAME: &str = "photo.jpg";

/// The inputs of a form that take files.
pub(super) fn inputs(form: &HtmlFormElement) -> impl Iterator<Item = HtmlInputElement> {
    all_in(
        form,
        &["input[type=file][name=", names::PHOTO, "]"].concat(),
    )
}

/// Whether any was chosen.
pub(super) fn are_chosen(form: &HtmlFormElement) -> bool {
    inputs(form).any(|input| files(&input).next().is_some())
}

/// What the form sends, its photos made small. One that this phone cannot read goes as it is.
pub(super) async fn with_small_photos(form: &HtmlFormElement) -> Result<FormData, JsValue> {
    let data = FormData::new_with_form(form)?;
    for input in inputs(form) {
        data.delete(&input.name());
        for file in files(&input) {
            match small(&file).await {
                Ok(photo) => {
                    data.append_with_blob_and_filename(&input.name(), &photo, FILE_NAME)?
                }
                Err(_) => data.append_with_blob(&input.name(), &file)?,
            }
        }
    }
    Ok(data)
}

fn files(input: &HtmlInputElement) -> impl Iterator<Item = File> + use<> {
    let files = input.files();
    (0..).map_while(move |index| files.as_ref()?.item(index))
}

async fn small(file: &File) -> Result<Blob, JsValue> {
    let read = window().create_image_bitmap_with_blob(file)?;
    let picture: ImageBitmap = JsFuture::from(read).await?.dyn_into()?;
    let (width, height) = fitted(picture.width(), picture.height());
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let (width, height) = (f64::from(width), f64::from(height));
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    // Where a picture lets the page shine through, JPEG would be black.
    context.set_fill_style_str("white");
    context.fill_rect(0.0, 0.0, width, height);
    context.draw_image_with_image_bitmap_and_dw_and_dh(&picture, 0.0, 0.0, width, height)?;
    let mut asked = Ok(());
    let written = Promise::new(&mut |resolve: Function, _| {
        asked = canvas.to_blob_with_type_and_encoder_options(&resolve, KIND, &QUALITY.into());
    });
    asked?;
    JsFuture::from(written).await?.dyn_into()
}

/// The size of a picture whose longer side may have so many pixels.
fn fitted(width: u32, height: u32) -> (u32, u32) {
    let longer = width.max(height);
    if longer <= MOST_PIXELS {
        return (width, height);
    }
    let fit = |side: u32| {
        let fitted = u64::from(side) * u64::from(MOST_PIXELS) / u64::from(longer);
        // Not more than `MOST_PIXELS`, and no picture has no width.
        fitted.max(1) as u32
    };
    (fit(width), fit(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_side_is_fitted_and_the_other_follows() {
        assert_eq!(fitted(1600, 1200), (1600, 1200));
        assert_eq!(fitted(1601, 1601), (1600, 1600));
        assert_eq!(fitted(4000, 3000), (1600, 1200));
        assert_eq!(fitted(3000, 4000), (1200, 1600));
        assert_eq!(fitted(u32::MAX, 1), (1600, 1));
        assert_eq!(fitted(1, u32::MAX), (1, 1600));
    }
}
